import { useLingui } from "@lingui/react";
import type { Act } from "@/api/schema";
import type { DraftAct } from "./commands";

/** What is said after something was done with a draft. */
export function useDoneWords(): (act: DraftAct, result: Act) => string {
  const { i18n } = useLingui();
  return (act, { number }) => {
    switch (act.kind) {
      case "comment":
        return i18n._({ id: "draft.done.comment", message: "Your comment stands with the draft." });
      case "suggestion":
        return i18n._({ id: "draft.done.suggestion", message: "Your suggestion waits for an answer." });
      case "vetting":
        return i18n._({ id: "draft.done.vetting", message: "Your verdict is recorded." });
      case "decide":
        return act.accept
          ? i18n._({ id: "draft.done.accepted", message: "The change is in the text." })
          : i18n._({ id: "draft.done.refused", message: "The text stays as it is." });
      case "approve":
        return i18n._({
          id: "draft.done.approve",
          message: "Text {number} is approved and your signature stands under it.",
          values: { number: act.draft.text },
        });
      case "issue":
        return i18n._({ id: "draft.done.issue", message: "Issued as {number}", values: { number } });
      case "withdraw":
        return i18n._({ id: "draft.done.withdraw", message: "The draft is withdrawn." });
    }
  };
}
