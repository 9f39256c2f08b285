import type { I18n } from "@lingui/core";
import type { MailPaper, MailPaperRefusal, MailSetAsideReason, MailState, PaperMark } from "@/api/schema";

export const STATES: MailState[] = ["waiting", "diarised", "set_aside", "report"];
export const REASONS = [
  "unsolicited",
  "duplicate",
  "automatic",
  "not_for_us",
  "other",
] as const satisfies MailSetAsideReason[];

export function stateLabel(i18n: I18n, state: MailState): string {
  const words: Record<MailState, string> = {
    waiting: i18n._({ id: "mail.state.waiting", message: "Waiting" }),
    diarised: i18n._({ id: "mail.state.diarised", message: "Diarised" }),
    set_aside: i18n._({ id: "mail.state.set_aside", message: "Set aside" }),
    report: i18n._({ id: "mail.state.report", message: "Delivery reports" }),
  };
  return words[state];
}

export function reasonWords(i18n: I18n, reason: MailSetAsideReason): string {
  const words: Record<MailSetAsideReason, string> = {
    unsolicited: i18n._({ id: "mail.reason.unsolicited", message: "Advertising or fraud" }),
    duplicate: i18n._({ id: "mail.reason.duplicate", message: "The same came in before" }),
    automatic: i18n._({ id: "mail.reason.automatic", message: "Written by a machine" }),
    not_for_us: i18n._({ id: "mail.reason.not_for_us", message: "Meant for somebody else" }),
    other: i18n._({ id: "mail.reason.other", message: "Another reason" }),
  };
  return words[reason];
}

function refusalWords(i18n: I18n, refusal: MailPaperRefusal): string {
  const words: Record<MailPaperRefusal, string> = {
    "document-empty": i18n._({ id: "mail.refusal.empty", message: "It is empty." }),
    "document-too-large": i18n._({ id: "mail.refusal.large", message: "It is larger than 100 MB." }),
    "document-type-refused": i18n._({
      id: "mail.refusal.type",
      message:
        "It is no PDF, JPEG, PNG or TIFF, so it does not go into the diary. It is still in the original mail.",
    }),
  };
  return words[refusal];
}

/** What is to be said about a paper, and how seriously; nothing of an ordinary one. */
export function paperNotice(
  i18n: I18n,
  paper: MailPaper,
): { tone: "plain" | "green" | "amber" | "red"; text: string } | null {
  if (paper.refusal) return { tone: "amber", text: refusalWords(i18n, paper.refusal) };
  if (paper.preview === "encrypted") {
    return {
      tone: "amber",
      text: i18n._({
        id: "mail.encrypted",
        message: "It is locked with a password. Ask the sender for one that is not.",
      }),
    };
  }
  const marks: Record<PaperMark, { tone: "green" | "red"; text: string } | null> = {
    unsigned: null,
    issued: {
      tone: "green",
      text: i18n._({
        id: "mail.mark.issued",
        message: "In every byte what this office issued as {number}.",
        values: { number: `\u2066${paper.issue_number ?? ""}\u2069` },
      }),
    },
    signed: {
      tone: "green",
      text: i18n._({
        id: "mail.mark.signed",
        message: "Signed, unchanged, and trusted by this office's root.",
      }),
    },
    broken: {
      tone: "red",
      text: i18n._({
        id: "mail.mark.broken",
        message: "It was changed after it was signed, or the signature is not to be trusted.",
      }),
    },
  };
  return paper.mark ? marks[paper.mark] : null;
}
