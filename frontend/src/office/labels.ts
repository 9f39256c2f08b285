import type { I18n, MessageDescriptor } from "@lingui/core";

/** The office's closed vocabularies in the reader's language. */
export type Vocabulary<Key extends string> = Record<Key, MessageDescriptor>;

export const PRIORITIES = ["routine", "priority", "immediate", "most_immediate"] as const;
export const CLASSIFICATIONS = [
  "unclassified",
  "restricted",
  "confidential",
  "secret",
  "top_secret",
] as const;
export const MODES = ["post", "courier", "by_hand", "email", "fax"] as const;
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

export type Priority = (typeof PRIORITIES)[number];
export type Classification = (typeof CLASSIFICATIONS)[number];
export type Mode = (typeof MODES)[number];
export type ReceiptAction = (typeof RECEIPT_ACTIONS)[number];
export type ForwardAction = (typeof FORWARD_ACTIONS)[number];
export type ReceiptState = (typeof RECEIPT_STATES)[number];

const priorities: Vocabulary<Priority> = {
  routine: /*i18n*/ { id: "paper.priority.routine", message: "Routine" },
  priority: /*i18n*/ { id: "paper.priority.priority", message: "Priority" },
  immediate: /*i18n*/ { id: "paper.priority.immediate", message: "Immediate" },
  most_immediate: /*i18n*/ { id: "paper.priority.most_immediate", message: "Most immediate" },
};

const classifications: Vocabulary<Classification> = {
  unclassified: /*i18n*/ { id: "paper.classification.unclassified", message: "Unclassified" },
  restricted: /*i18n*/ { id: "paper.classification.restricted", message: "Restricted" },
  confidential: /*i18n*/ { id: "paper.classification.confidential", message: "Confidential" },
  secret: /*i18n*/ { id: "paper.classification.secret", message: "Secret" },
  top_secret: /*i18n*/ { id: "paper.classification.top_secret", message: "Top secret" },
};

const modes: Vocabulary<Mode> = {
  post: /*i18n*/ { id: "receipt.mode.post", message: "Post" },
  courier: /*i18n*/ { id: "receipt.mode.courier", message: "Courier" },
  by_hand: /*i18n*/ { id: "receipt.mode.by_hand", message: "By hand" },
  email: /*i18n*/ { id: "receipt.mode.email", message: "E-mail" },
  fax: /*i18n*/ { id: "receipt.mode.fax", message: "Fax" },
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

/** Actions of receipts and files: what the receiver is asked for. */
const actions: Vocabulary<ReceiptAction | ForwardAction> = {
  necessary_action: /*i18n*/ { id: "receipt.action.necessary_action", message: "For necessary action" },
  information: /*i18n*/ { id: "receipt.action.information", message: "For information" },
  report: /*i18n*/ { id: "receipt.action.report", message: "For report" },
  for_approval: /*i18n*/ { id: "file.action.for_approval", message: "For approval" },
  for_orders: /*i18n*/ { id: "file.action.for_orders", message: "For orders" },
  for_views: /*i18n*/ { id: "file.action.for_views", message: "For views" },
  for_vetting: /*i18n*/ { id: "file.action.for_vetting", message: "For vetting" },
  for_perusal: /*i18n*/ { id: "file.action.for_perusal", message: "For perusal" },
  for_necessary_action: /*i18n*/ { id: "file.action.for_necessary_action", message: "For necessary action" },
  as_discussed: /*i18n*/ { id: "file.action.as_discussed", message: "As discussed" },
  please_discuss: /*i18n*/ { id: "file.action.please_discuss", message: "Please discuss" },
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

const chargeKinds: Vocabulary<"substantive" | "additional" | "look_after" | "acting"> = {
  substantive: /*i18n*/ { id: "paper.charge.substantive", message: "Substantive charge" },
  additional: /*i18n*/ { id: "paper.charge.additional", message: "Additional charge" },
  look_after: /*i18n*/ { id: "paper.charge.look_after", message: "Look-after charge" },
  acting: /*i18n*/ { id: "paper.charge.acting", message: "Acting charge" },
};

/** Reads a closed vocabulary; its type sees to it that no word of the server is left out. */
export function reader<Key extends string>(vocabulary: Vocabulary<Key>) {
  const words: Partial<Record<string, MessageDescriptor>> = vocabulary;
  /** A word that this client does not know yet is shown as the server wrote it. */
  return (i18n: I18n, key: string): string => {
    const word = words[key];
    return word ? i18n._(word) : key.replaceAll("_", " ");
  };
}

export const priorityLabel = reader(priorities);
export const classificationLabel = reader(classifications);
export const modeLabel = reader(modes);
export const receiptStateLabel = reader(receiptStates);
export const fileStateLabel = reader(fileStates);
export const actionLabel = reader(actions);
export const reasonLabel = reader(reasons);
export const chargeKindLabel = reader(chargeKinds);
