import type { MessageDescriptor } from "@lingui/core";
import { actionLabel, classificationLabel, priorityLabel, type Vocabulary } from "@/office/deskLabels";
import { amendmentLabel, formLabel, verdictLabel } from "@/office/draftWords";
import { chargeKindLabel, reasonLabel } from "@/office/labels";
import { roleLabel } from "@/office/organisation";

// What an entry holds, in words. The domain writes these keys; one that is not named here is shown as it is.

const names: Vocabulary<string> = {
  number: /*i18n*/ { id: "ledger.content.number", message: "Number" },
  diary_number: /*i18n*/ { id: "ledger.content.diary_number", message: "Diary number" },
  numbered: /*i18n*/ { id: "ledger.content.numbered", message: "Place in its series" },
  series: /*i18n*/ { id: "ledger.content.series", message: "Series" },
  serial: /*i18n*/ { id: "ledger.content.serial", message: "Serial number" },
  code: /*i18n*/ { id: "ledger.content.code", message: "Code" },
  unit: /*i18n*/ { id: "ledger.content.unit", message: "Unit" },
  registry: /*i18n*/ { id: "ledger.content.registry", message: "Registry" },
  head: /*i18n*/ { id: "ledger.content.head", message: "Head of the index" },
  parent: /*i18n*/ { id: "ledger.content.parent", message: "Below" },
  main_file: /*i18n*/ { id: "ledger.content.main_file", message: "Main file" },
  first_volume: /*i18n*/ { id: "ledger.content.first_volume", message: "First volume" },
  volume: /*i18n*/ { id: "ledger.content.volume", message: "Volume" },
  part: /*i18n*/ { id: "ledger.content.part", message: "Part" },
  other: /*i18n*/ { id: "ledger.content.other", message: "Other file" },
  file: /*i18n*/ { id: "ledger.content.file", message: "File" },
  kind: /*i18n*/ { id: "ledger.content.kind", message: "Kind" },
  person: /*i18n*/ { id: "ledger.content.person", message: "Officer" },
  from_person: /*i18n*/ { id: "ledger.content.from_person", message: "Relieved officer" },
  from: /*i18n*/ { id: "ledger.content.from", message: "From" },
  to: /*i18n*/ { id: "ledger.content.to", message: "To" },
  by: /*i18n*/ { id: "ledger.content.by", message: "By the post" },
  post: /*i18n*/ { id: "ledger.content.post", message: "Post" },
  charge: /*i18n*/ { id: "ledger.content.charge", message: "Charge" },
  from_charge: /*i18n*/ { id: "ledger.content.from_charge", message: "Charge before" },
  reports_to: /*i18n*/ { id: "ledger.content.reports_to", message: "Reports to" },
  roles: /*i18n*/ { id: "ledger.content.roles", message: "What the holder may do" },
  grade: /*i18n*/ { id: "ledger.content.grade", message: "Grade (BPS)" },
  action: /*i18n*/ { id: "ledger.content.action", message: "Asked for" },
  reason: /*i18n*/ { id: "ledger.content.reason", message: "Reason" },
  copies: /*i18n*/ { id: "ledger.content.copies", message: "Copies to" },
  due_at: /*i18n*/ { id: "ledger.content.due_at", message: "Due" },
  due_on: /*i18n*/ { id: "ledger.content.due_on", message: "Due on" },
  classification: /*i18n*/ { id: "ledger.content.classification", message: "Classification" },
  priority: /*i18n*/ { id: "ledger.content.priority", message: "Priority" },
  movement: /*i18n*/ { id: "ledger.content.movement", message: "Movement" },
  note: /*i18n*/ { id: "ledger.content.note", message: "Note" },
  paper: /*i18n*/ { id: "ledger.content.paper", message: "Paper" },
  receipt: /*i18n*/ { id: "ledger.content.receipt", message: "Receipt" },
  communication: /*i18n*/ { id: "ledger.content.communication", message: "Draft" },
  text: /*i18n*/ { id: "ledger.content.text", message: "Text number" },
  voids: /*i18n*/ { id: "ledger.content.voids", message: "Approval made void: of text" },
  form: /*i18n*/ { id: "ledger.content.form", message: "Form of the draft" },
  remark: /*i18n*/ { id: "ledger.content.remark", message: "Remark" },
  verdict: /*i18n*/ { id: "ledger.content.verdict", message: "Result of vetting" },
  accepted: /*i18n*/ { id: "ledger.content.accepted", message: "Suggestion accepted" },
  paragraph: /*i18n*/ { id: "ledger.content.paragraph", message: "Paragraph" },
  paragraphs: /*i18n*/ { id: "ledger.content.paragraphs", message: "Paragraphs" },
  pages: /*i18n*/ { id: "ledger.content.pages", message: "Pages" },
  documents: /*i18n*/ { id: "ledger.content.documents", message: "Scans" },
  digest: /*i18n*/ { id: "ledger.content.digest", message: "Digest of the text" },
  issue: /*i18n*/ { id: "ledger.content.issue", message: "Issue" },
  amends: /*i18n*/ { id: "ledger.content.amends", message: "What it does to an earlier issue" },
  how: /*i18n*/ { id: "ledger.content.how", message: "In what way" },
  sha256: /*i18n*/ { id: "ledger.content.sha256", message: "Digest of the scan" },
  size: /*i18n*/ { id: "ledger.content.size", message: "Size in bytes" },
  media_type: /*i18n*/ { id: "ledger.content.media_type", message: "Form" },
  ordinal: /*i18n*/ { id: "ledger.content.ordinal", message: "Place in the order" },
  session: /*i18n*/ { id: "ledger.content.session", message: "Session" },
  key: /*i18n*/ { id: "ledger.content.key", message: "Key" },
  id: /*i18n*/ { id: "ledger.content.id", message: "Own id" },
  before: /*i18n*/ { id: "ledger.content.before", message: "Before" },
  version: /*i18n*/ { id: "ledger.content.version", message: "Version" },
};

const ORDER = Object.keys(names);

/** What the act was comes before what it was done with; keys that are not named come last. */
export function inOrder<T>(entries: [string, T][]): [string, T][] {
  const place = (key: string) => (key in names ? ORDER.indexOf(key) : ORDER.length);
  return entries.toSorted(([left], [right]) => place(left) - place(right));
}

export const nameOfKey = (key: string): MessageDescriptor | null => names[key] ?? null;

/** Closed lists of words, by the key that holds them. */
export const WORDS: Partial<Record<string, typeof actionLabel>> = {
  action: actionLabel,
  reason: reasonLabel,
  classification: classificationLabel,
  priority: priorityLabel,
  kind: chargeKindLabel,
  form: formLabel,
  verdict: verdictLabel,
  how: amendmentLabel as typeof actionLabel,
  roles: roleLabel as typeof actionLabel,
};

type Named = "post" | "person" | "unit";

/** Ids that the auditor may look up, by the key that holds them. */
export const NAMED: Partial<Record<string, Named>> = {
  from: "post",
  to: "post",
  by: "post",
  post: "post",
  reports_to: "post",
  person: "person",
  from_person: "person",
  unit: "unit",
  registry: "unit",
};
