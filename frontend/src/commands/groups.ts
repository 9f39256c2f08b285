import type { I18n } from "@lingui/core";
import type { CommandGroup } from "./registry";

export function groupLabel(i18n: I18n, group: CommandGroup): string {
  if (group === "here") return i18n._({ id: "command.group.here", message: "On this page" });
  if (group === "go") return i18n._({ id: "command.group.go", message: "Go to" });
  return i18n._({ id: "command.group.office", message: "Daftar" });
}
