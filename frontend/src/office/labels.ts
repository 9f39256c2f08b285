import { reader, type Vocabulary } from "./deskLabels";

export const PRIORITIES = ["routine", "priority", "immediate", "most_immediate"] as const;
export const CLASSIFICATIONS = [
  "unclassified",
  "restricted",
  "confidential",
  "secret",
  "top_secret",
] as const;
export const RECEIPT_ACTIONS = ["necessary_action", "information", "report"] as const;
export const FORWARD_ACTIONS = [
  "for_approval",
  "for_orders",
  "for_views",
  "for_vetting",
  "for_perusal",
  "for_necessary_action",
  "as_discussed",
  "please_discuss",
] as const;
export type Priority = (typeof PRIORITIES)[number];
export type Classification = (typeof CLASSIFICATIONS)[number];
export type ReceiptAction = (typeof RECEIPT_ACTIONS)[number];
export type ForwardAction = (typeof FORWARD_ACTIONS)[number];
/** The ways that a registry writes down; what the system delivers itself it writes down too. */
export const MODES = ["post", "courier", "by_hand", "email", "fax"] as const;
export const ALL_MODES = [...MODES, "office"] as const;
export const RECEIPT_STATES = ["in_registry", "marked", "accepted", "on_file", "disposed"] as const;
export const RECEIPT_RETURN_REASONS = ["not_our_subject", "wrong_officer", "incomplete", "other"] as const;
export const DISPOSAL_REASONS = [
  "no_action_needed",
  "duplicate",
  "informed",
  "answered_otherwise",
  "other",
] as const;
export const FILE_RETURN_REASONS = [
  "discuss",
  "incomplete",
  "not_concerned",
  "clarify",
  "as_directed",
  "other",
] as const;

export type Mode = (typeof ALL_MODES)[number];
export type ReceiptState = (typeof RECEIPT_STATES)[number];

const chargeKinds: Vocabulary<"substantive" | "additional" | "look_after" | "acting"> = {
  substantive: /*i18n*/ { id: "paper.charge.substantive", message: "Substantive charge" },
  additional: /*i18n*/ { id: "paper.charge.additional", message: "Additional charge" },
  look_after: /*i18n*/ { id: "paper.charge.look_after", message: "Look-after charge" },
  acting: /*i18n*/ { id: "paper.charge.acting", message: "Acting charge" },
};

const modes: Vocabulary<Mode> = {
  post: /*i18n*/ { id: "receipt.mode.post", message: "Post" },
  courier: /*i18n*/ { id: "receipt.mode.courier", message: "Courier" },
  by_hand: /*i18n*/ { id: "receipt.mode.by_hand", message: "By hand" },
  email: /*i18n*/ { id: "receipt.mode.email", message: "E-mail" },
  fax: /*i18n*/ { id: "receipt.mode.fax", message: "Fax" },
  office: /*i18n*/ { id: "receipt.mode.office", message: "Through this system" },
};

const receiptStates: Vocabulary<ReceiptState> = {
  in_registry: /*i18n*/ { id: "receipt.state.in_registry", message: "In the registry" },
  marked: /*i18n*/ { id: "receipt.state.marked", message: "Marked, not yet accepted" },
  accepted: /*i18n*/ { id: "receipt.state.accepted", message: "Accepted" },
  on_file: /*i18n*/ { id: "receipt.state.on_file", message: "On a file" },
  disposed: /*i18n*/ { id: "receipt.state.disposed", message: "Disposed of" },
};

const fileStates: Vocabulary<"open" | "closed" | "merged"> = {
  open: /*i18n*/ { id: "file.state.open", message: "Open" },
  closed: /*i18n*/ { id: "file.state.closed", message: "Closed" },
  merged: /*i18n*/ { id: "file.state.merged", message: "Merged" },
};

const reasons: Vocabulary<
  | (typeof RECEIPT_RETURN_REASONS)[number]
  | (typeof DISPOSAL_REASONS)[number]
  | (typeof FILE_RETURN_REASONS)[number]
> = {
  not_our_subject: /*i18n*/ { id: "receipt.reason.not_our_subject", message: "Not a subject of this office" },
  wrong_officer: /*i18n*/ { id: "receipt.reason.wrong_officer", message: "Meant for another officer" },
  incomplete: /*i18n*/ { id: "paper.reason.incomplete", message: "Incomplete" },
  other: /*i18n*/ { id: "paper.reason.other", message: "Another reason" },
  no_action_needed: /*i18n*/ { id: "receipt.reason.no_action_needed", message: "No action needed" },
  duplicate: /*i18n*/ { id: "receipt.reason.duplicate", message: "The same paper came before" },
  informed: /*i18n*/ { id: "receipt.reason.informed", message: "Seen for information" },
  answered_otherwise: /*i18n*/ {
    id: "receipt.reason.answered_otherwise",
    message: "Answered in another way",
  },
  discuss: /*i18n*/ { id: "file.reason.discuss", message: "Please discuss" },
  not_concerned: /*i18n*/ { id: "file.reason.not_concerned", message: "Does not concern this post" },
  clarify: /*i18n*/ { id: "file.reason.clarify", message: "Please clarify" },
  as_directed: /*i18n*/ { id: "file.reason.as_directed", message: "As directed" },
};

export const modeLabel = reader(modes);
export const receiptStateLabel = reader(receiptStates);
export const fileStateLabel = reader(fileStates);
export const reasonLabel = reader(reasons);
export const chargeKindLabel = reader(chargeKinds);
