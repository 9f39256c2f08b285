import type { MessageDescriptor } from "@lingui/core";
import {
  actionLabel,
  chargeKindLabel,
  classificationLabel,
  priorityLabel,
  type Vocabulary,
} from "@/office/deskLabels";
import { reasonLabel } from "@/office/labels";
import { roleLabel } from "@/office/organisation";

// What an entry holds, in words. The domain writes these keys; one that is not named here is shown as it is.

const names: Vocabulary<string> = {
  action: /*i18n*/ { id: "ledger.content.action", message: "Asked for" },
  before: /*i18n*/ { id: "ledger.content.before", message: "Before" },
  by: /*i18n*/ { id: "ledger.content.by", message: "By the post" },
  charge: /*i18n*/ { id: "ledger.content.charge", message: "Charge" },
  classification: /*i18n*/ { id: "ledger.content.classification", message: "Classification" },
  code: /*i18n*/ { id: "ledger.content.code", message: "Code" },
  copies: /*i18n*/ { id: "ledger.content.copies", message: "Copies to" },
  diary_number: /*i18n*/ { id: "ledger.content.diary_number", message: "Diary number" },
  digest: /*i18n*/ { id: "ledger.content.digest", message: "Digest of the text" },
  documents: /*i18n*/ { id: "ledger.content.documents", message: "Scans" },
  due_at: /*i18n*/ { id: "ledger.content.due_at", message: "Due" },
  due_on: /*i18n*/ { id: "ledger.content.due_on", message: "Due on" },
  file: /*i18n*/ { id: "ledger.content.file", message: "File" },
  first_volume: /*i18n*/ { id: "ledger.content.first_volume", message: "First volume" },
  from: /*i18n*/ { id: "ledger.content.from", message: "From" },
  from_charge: /*i18n*/ { id: "ledger.content.from_charge", message: "Charge before" },
  from_person: /*i18n*/ { id: "ledger.content.from_person", message: "Relieved officer" },
  grade: /*i18n*/ { id: "ledger.content.grade", message: "Grade (BPS)" },
  head: /*i18n*/ { id: "ledger.content.head", message: "Head of the index" },
  id: /*i18n*/ { id: "ledger.content.id", message: "Own id" },
  key: /*i18n*/ { id: "ledger.content.key", message: "Key" },
  kind: /*i18n*/ { id: "ledger.content.kind", message: "Kind" },
  main_file: /*i18n*/ { id: "ledger.content.main_file", message: "Main file" },
  media_type: /*i18n*/ { id: "ledger.content.media_type", message: "Form" },
  movement: /*i18n*/ { id: "ledger.content.movement", message: "Movement" },
  note: /*i18n*/ { id: "ledger.content.note", message: "Note" },
  number: /*i18n*/ { id: "ledger.content.number", message: "Number" },
  numbered: /*i18n*/ { id: "ledger.content.numbered", message: "Place in its series" },
  ordinal: /*i18n*/ { id: "ledger.content.ordinal", message: "Place in the order" },
  other: /*i18n*/ { id: "ledger.content.other", message: "Other file" },
  pages: /*i18n*/ { id: "ledger.content.pages", message: "Pages" },
  paper: /*i18n*/ { id: "ledger.content.paper", message: "Paper" },
  paragraph: /*i18n*/ { id: "ledger.content.paragraph", message: "Paragraph" },
  paragraphs: /*i18n*/ { id: "ledger.content.paragraphs", message: "Paragraphs" },
  parent: /*i18n*/ { id: "ledger.content.parent", message: "Below" },
  part: /*i18n*/ { id: "ledger.content.part", message: "Part" },
  person: /*i18n*/ { id: "ledger.content.person", message: "Officer" },
  post: /*i18n*/ { id: "ledger.content.post", message: "Post" },
  priority: /*i18n*/ { id: "ledger.content.priority", message: "Priority" },
  reason: /*i18n*/ { id: "ledger.content.reason", message: "Reason" },
  receipt: /*i18n*/ { id: "ledger.content.receipt", message: "Receipt" },
  registry: /*i18n*/ { id: "ledger.content.registry", message: "Registry" },
  reports_to: /*i18n*/ { id: "ledger.content.reports_to", message: "Reports to" },
  roles: /*i18n*/ { id: "ledger.content.roles", message: "What the holder may do" },
  serial: /*i18n*/ { id: "ledger.content.serial", message: "Serial number" },
  series: /*i18n*/ { id: "ledger.content.series", message: "Series" },
  session: /*i18n*/ { id: "ledger.content.session", message: "Session" },
  sha256: /*i18n*/ { id: "ledger.content.sha256", message: "Digest of the scan" },
  size: /*i18n*/ { id: "ledger.content.size", message: "Size in bytes" },
  to: /*i18n*/ { id: "ledger.content.to", message: "To" },
  unit: /*i18n*/ { id: "ledger.content.unit", message: "Unit" },
  version: /*i18n*/ { id: "ledger.content.version", message: "Version" },
  volume: /*i18n*/ { id: "ledger.content.volume", message: "Volume" },
};

export const nameOfKey = (key: string): MessageDescriptor | null => names[key] ?? null;

/** Closed lists of words, by the key that holds them. */
export const WORDS: Partial<Record<string, typeof actionLabel>> = {
  action: actionLabel,
  reason: reasonLabel,
  classification: classificationLabel,
  priority: priorityLabel,
  kind: chargeKindLabel,
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
