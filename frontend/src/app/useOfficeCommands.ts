import { useLingui } from "@lingui/react";
import { useNavigate } from "@tanstack/react-router";
import { useMay } from "@/api/me";
import { signOut } from "@/api/sign-out";
import { openHelp, openPalette } from "@/commands/overlays";
import { type Command, useCommands } from "@/commands/registry";
import { problemText } from "@/i18n/problems";
import { chooseTheme, isDark } from "@/ui/theme";
import { toast } from "@/ui/toast";
import { DONE, mayLeave } from "@/ui/unsaved";
import { usePlaces } from "./nav";
import { useSwitchLanguage } from "./useSwitchLanguage";

/** Signs out and goes to the sign-in page. */
export function useSignOut(): () => Promise<void> {
  const navigate = useNavigate();
  return async () => {
    if (!(await mayLeave())) return;
    try {
      await signOut();
      await navigate({ to: "/sign-in", ...DONE });
    } catch (error) {
      toast(problemText(error), "failed");
    }
  };
}

/** What can be done from everywhere. */
export function useOfficeCommands(): void {
  const { i18n } = useLingui();
  const navigate = useNavigate();
  const places = usePlaces();
  const diarise = useMay("diarise_receipt");
  const leave = useSignOut();
  const { other, switchLanguage } = useSwitchLanguage();

  const go: Command[] = places.map((place) => ({
    id: place.id,
    label: place.label,
    group: "go",
    shortcut: { codes: ["KeyG", place.code] },
    run: () => void navigate({ to: place.to }),
  }));
  const receive: Command = {
    id: "go.diarise",
    label: i18n._({ id: "command.diarise", message: "Diarise a receipt" }),
    group: "go",
    shortcut: { codes: ["KeyG", "KeyN"] },
    run: () => void navigate({ to: "/registry/new" }),
  };
  useCommands([
    ...go,
    ...(diarise ? [receive] : []),
    {
      id: "go.account",
      label: i18n._({ id: "shell.account", message: "My account" }),
      group: "go",
      shortcut: { codes: ["KeyG", "KeyA"] },
      run: () => void navigate({ to: "/account" }),
    },
    {
      id: "palette",
      label: i18n._({ id: "command.palette", message: "Search and commands" }),
      group: "office",
      shortcut: { codes: ["KeyK"], ctrl: true },
      run: openPalette,
    },
    {
      id: "search",
      label: i18n._({ id: "command.search", message: "Search" }),
      group: "office",
      shortcut: { codes: ["Slash"] },
      run: openPalette,
    },
    {
      id: "help",
      label: i18n._({ id: "command.help", message: "Keyboard shortcuts" }),
      group: "office",
      shortcut: { codes: ["Slash"], shift: true },
      run: openHelp,
    },
    {
      id: "language",
      label: other === "ur" ? "اردو میں دیکھیں" : "Switch to English",
      group: "office",
      run: () => void switchLanguage(),
    },
    {
      id: "theme",
      label: i18n._({ id: "shell.theme", message: "Light or dark" }),
      group: "office",
      run: () => chooseTheme(isDark() ? "light" : "dark"),
    },
    {
      id: "sign-out",
      label: i18n._({ id: "session.signOut", message: "Sign out" }),
      group: "office",
      run: () => void leave(),
    },
  ]);
}
