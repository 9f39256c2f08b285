import { useLingui } from "@lingui/react";
import type { FileAct } from "./commands";

/** What the acts on a file are called, and what is said when one is done. */
export function useFileWords() {
  const { i18n } = useLingui();
  const numbered = (number: string | null) => ({ number: `\u2066${number ?? ""}\u2069` });
  const done = (kind: FileAct["kind"], number: string | null): string => {
    switch (kind) {
      case "return":
        return i18n._({ id: "file.done.return", message: "The file was returned." });
      case "pull_back":
        return i18n._({ id: "file.done.pull_back", message: "The file is back on your desk." });
      case "park":
        return i18n._({ id: "file.done.park", message: "The file is parked." });
      case "resume":
        return i18n._({ id: "file.done.resume", message: "The file is on your desk again." });
      case "close":
        return i18n._({ id: "file.done.close", message: "The file is closed." });
      case "reopen":
        return i18n._({ id: "file.done.reopen", message: "The file is open again." });
      case "part":
        return i18n._({
          id: "file.done.part",
          message: "Part file {number} is open.",
          values: numbered(number),
        });
      case "merge":
        return i18n._({ id: "file.done.merge", message: "The part file was merged into its main file." });
      case "volume":
        return i18n._({
          id: "file.done.volume",
          message: "The new volume {number} is open.",
          values: numbered(number),
        });
      case "link":
        return i18n._({ id: "file.done.link", message: "The files are linked." });
      case "unlink":
        return i18n._({ id: "file.done.unlink", message: "The link was removed." });
      case "edit":
        return i18n._({ id: "file.done.edit", message: "The particulars were saved." });
    }
  };
  return {
    done,
    menu: {
      return: i18n._({ id: "file.menu.return", message: "Return" }),
      pull_back: i18n._({ id: "file.menu.pull_back", message: "Pull back" }),
      park: i18n._({ id: "file.menu.park", message: "Park" }),
      resume: i18n._({ id: "file.menu.resume", message: "Take up again" }),
      edit: i18n._({ id: "file.menu.edit", message: "Change the particulars" }),
      link: i18n._({ id: "file.menu.link", message: "Link another file" }),
      part: i18n._({ id: "file.menu.part", message: "Open a part file" }),
      merge: i18n._({ id: "file.menu.merge", message: "Merge into the main file" }),
      volume: i18n._({ id: "file.menu.volume", message: "Open a new volume" }),
      close: i18n._({ id: "file.menu.close", message: "Close the file" }),
      reopen: i18n._({ id: "file.menu.reopen", message: "Reopen" }),
      access: i18n._({ id: "file.menu.access", message: "Who can see this file" }),
      export: i18n._({ id: "file.menu.export", message: "Export the file…" }),
    },
    unlink: (number: string) =>
      i18n._({ id: "file.menu.unlink", message: "Remove the link to {number}", values: numbered(number) }),
    mergeEffect: i18n._({
      id: "file.merge.effect",
      message: "The notes and papers of the part become part of the main file, and the part ends.",
    }),
    volumeEffect: i18n._({
      id: "file.volume.effect",
      message: "The next volume continues the paragraph numbers; this one is closed for further papers.",
    }),
  };
}
