import type { I18n, MessageDescriptor } from "@lingui/core";
import type { Classification, ForwardAction, Priority, ReceiptAction } from "./labels";

/**
 * The office's closed vocabularies in the reader's language. These are what the shell and the desk say; all others are
 * in `labels.ts`, as the first load is to be small.
 */
export type Vocabulary<Key extends string> = Record<Key, MessageDescriptor>;

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
export const actionLabel = reader(actions);
