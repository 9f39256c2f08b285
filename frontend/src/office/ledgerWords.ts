import type { EventKind, LedgerModule, SubjectKind } from "@/api/schema";
import { reader, type Vocabulary } from "./deskLabels";

// What the ledger records, in words. The types come from the server: a kind of act without words does not compile.

const kinds: Vocabulary<EventKind> = {
  password_changed: /*i18n*/ { id: "ledger.kind.password_changed", message: "Password changed" },
  set_up_link_issued: /*i18n*/ { id: "ledger.kind.set_up_link_issued", message: "Set-up link issued" },
  set_up_link_used: /*i18n*/ {
    id: "ledger.kind.set_up_link_used",
    message: "Password chosen by set-up link",
  },
  sessions_ended: /*i18n*/ { id: "ledger.kind.sessions_ended", message: "Signed out everywhere" },
  refresh_token_reused: /*i18n*/ {
    id: "ledger.kind.refresh_token_reused",
    message: "Session ended: its key was used twice",
  },
  totp_enrolled: /*i18n*/ { id: "ledger.kind.totp_enrolled", message: "Phone set up for sign-in" },
  totp_removed: /*i18n*/ { id: "ledger.kind.totp_removed", message: "Phone removed from sign-in" },
  recovery_codes_renewed: /*i18n*/ {
    id: "ledger.kind.recovery_codes_renewed",
    message: "New recovery codes issued",
  },
  recovery_code_used: /*i18n*/ { id: "ledger.kind.recovery_code_used", message: "Recovery code used" },
  passkey_enrolled: /*i18n*/ { id: "ledger.kind.passkey_enrolled", message: "Passkey enrolled" },
  passkey_approved: /*i18n*/ { id: "ledger.kind.passkey_approved", message: "Passkey approved" },
  passkey_revoked: /*i18n*/ { id: "ledger.kind.passkey_revoked", message: "Passkey revoked" },
  passkey_renamed: /*i18n*/ { id: "ledger.kind.passkey_renamed", message: "Passkey renamed" },
  passkey_suspected: /*i18n*/ {
    id: "ledger.kind.passkey_suspected",
    message: "Passkey under suspicion of being copied",
  },
  factors_reset: /*i18n*/ { id: "ledger.kind.factors_reset", message: "Second factors reset" },
  unit_created: /*i18n*/ { id: "ledger.kind.unit_created", message: "Unit added" },
  unit_changed: /*i18n*/ { id: "ledger.kind.unit_changed", message: "Unit changed" },
  unit_closed: /*i18n*/ { id: "ledger.kind.unit_closed", message: "Unit closed" },
  post_created: /*i18n*/ { id: "ledger.kind.post_created", message: "Post created" },
  post_changed: /*i18n*/ { id: "ledger.kind.post_changed", message: "Post changed" },
  post_abolished: /*i18n*/ { id: "ledger.kind.post_abolished", message: "Post abolished" },
  person_created: /*i18n*/ { id: "ledger.kind.person_created", message: "Person added" },
  person_changed: /*i18n*/ { id: "ledger.kind.person_changed", message: "Person changed" },
  person_deactivated: /*i18n*/ { id: "ledger.kind.person_deactivated", message: "Person deactivated" },
  person_reactivated: /*i18n*/ { id: "ledger.kind.person_reactivated", message: "Person reactivated" },
  charge_assumed: /*i18n*/ { id: "ledger.kind.charge_assumed", message: "Charge assumed" },
  charge_transferred: /*i18n*/ { id: "ledger.kind.charge_transferred", message: "Charge transferred" },
  charge_ended: /*i18n*/ { id: "ledger.kind.charge_ended", message: "Charge ended" },
  delegation_given: /*i18n*/ { id: "ledger.kind.delegation_given", message: "Assistant chosen" },
  delegation_ended: /*i18n*/ { id: "ledger.kind.delegation_ended", message: "Assistant relieved" },
  organisation_imported: /*i18n*/ {
    id: "ledger.kind.organisation_imported",
    message: "Organisation imported",
  },
  document_uploaded: /*i18n*/ { id: "ledger.kind.document_uploaded", message: "Scan uploaded" },
  receipt_diarised: /*i18n*/ { id: "ledger.kind.receipt_diarised", message: "Paper diarised" },
  receipt_corrected: /*i18n*/ { id: "ledger.kind.receipt_corrected", message: "Diary entry corrected" },
  receipt_marked: /*i18n*/ { id: "ledger.kind.receipt_marked", message: "Receipt marked" },
  receipt_accepted: /*i18n*/ { id: "ledger.kind.receipt_accepted", message: "Receipt accepted" },
  copy_seen: /*i18n*/ { id: "ledger.kind.copy_seen", message: "Copy of a receipt seen" },
  receipt_returned: /*i18n*/ { id: "ledger.kind.receipt_returned", message: "Receipt returned" },
  receipt_filed: /*i18n*/ { id: "ledger.kind.receipt_filed", message: "Receipt put on a file" },
  receipt_disposed: /*i18n*/ { id: "ledger.kind.receipt_disposed", message: "Receipt disposed of" },
  receipt_reopened: /*i18n*/ { id: "ledger.kind.receipt_reopened", message: "Receipt reopened" },
  head_opened: /*i18n*/ { id: "ledger.kind.head_opened", message: "Head of the index opened" },
  head_retitled: /*i18n*/ { id: "ledger.kind.head_retitled", message: "Head of the index renamed" },
  head_closed: /*i18n*/ { id: "ledger.kind.head_closed", message: "Head of the index closed" },
  file_opened: /*i18n*/ { id: "ledger.kind.file_opened", message: "File opened" },
  file_looked_at: /*i18n*/ { id: "ledger.kind.file_looked_at", message: "File looked at by its holder" },
  file_amended: /*i18n*/ { id: "ledger.kind.file_amended", message: "Cover of the file amended" },
  note_submitted: /*i18n*/ { id: "ledger.kind.note_submitted", message: "Note signed" },
  paper_added: /*i18n*/ { id: "ledger.kind.paper_added", message: "Paper added to the file" },
  file_forwarded: /*i18n*/ { id: "ledger.kind.file_forwarded", message: "File sent onward" },
  file_returned: /*i18n*/ { id: "ledger.kind.file_returned", message: "File returned" },
  file_pulled_back: /*i18n*/ { id: "ledger.kind.file_pulled_back", message: "File pulled back" },
  file_parked: /*i18n*/ { id: "ledger.kind.file_parked", message: "File laid aside" },
  file_resumed: /*i18n*/ { id: "ledger.kind.file_resumed", message: "File taken up again" },
  file_closed: /*i18n*/ { id: "ledger.kind.file_closed", message: "File closed" },
  file_continued: /*i18n*/ { id: "ledger.kind.file_continued", message: "Continued in the next volume" },
  file_reopened: /*i18n*/ { id: "ledger.kind.file_reopened", message: "File reopened" },
  part_opened: /*i18n*/ { id: "ledger.kind.part_opened", message: "Part opened from the file" },
  part_merged: /*i18n*/ { id: "ledger.kind.part_merged", message: "Part merged into the file" },
  file_merged: /*i18n*/ { id: "ledger.kind.file_merged", message: "Merged into its main file" },
  file_linked: /*i18n*/ { id: "ledger.kind.file_linked", message: "File linked" },
  file_unlinked: /*i18n*/ { id: "ledger.kind.file_unlinked", message: "Link removed" },
  communication_opened: /*i18n*/ { id: "ledger.kind.communication_opened", message: "Draft opened" },
  communication_revised: /*i18n*/ {
    id: "ledger.kind.communication_revised",
    message: "Draft written anew",
  },
  communication_remarked: /*i18n*/ {
    id: "ledger.kind.communication_remarked",
    message: "Remark on a draft",
  },
  suggestion_decided: /*i18n*/ {
    id: "ledger.kind.suggestion_decided",
    message: "Suggested change decided",
  },
  communication_vetted: /*i18n*/ { id: "ledger.kind.communication_vetted", message: "Draft vetted" },
  communication_approved: /*i18n*/ { id: "ledger.kind.communication_approved", message: "Draft approved" },
  communication_issued: /*i18n*/ {
    id: "ledger.kind.communication_issued",
    message: "Communication issued",
  },
  letter_addressed: /*i18n*/ { id: "ledger.kind.letter_addressed", message: "Addressees written down" },
  letter_delivered: /*i18n*/ {
    id: "ledger.kind.letter_delivered",
    message: "Letter delivered in the office",
  },
  delivery_failed: /*i18n*/ { id: "ledger.kind.delivery_failed", message: "Letter could not be delivered" },
  delivery_retried: /*i18n*/ { id: "ledger.kind.delivery_retried", message: "Delivery to be tried again" },
  letter_dispatched: /*i18n*/ { id: "ledger.kind.letter_dispatched", message: "Letter dispatched" },
  letter_acknowledged: /*i18n*/ { id: "ledger.kind.letter_acknowledged", message: "Letter acknowledged" },
  letter_returned: /*i18n*/ { id: "ledger.kind.letter_returned", message: "Letter came back undelivered" },
  letter_answered: /*i18n*/ { id: "ledger.kind.letter_answered", message: "Letter answered" },
  reply_reminded: /*i18n*/ { id: "ledger.kind.reply_reminded", message: "Addressee reminded of the answer" },
  communication_withdrawn: /*i18n*/ {
    id: "ledger.kind.communication_withdrawn",
    message: "Draft withdrawn",
  },
  key_encryption_key_rotated: /*i18n*/ {
    id: "ledger.kind.key_encryption_key_rotated",
    message: "Key for secrets replaced",
  },
  key_encryption_key_retired: /*i18n*/ {
    id: "ledger.kind.key_encryption_key_retired",
    message: "Old key for secrets removed",
  },
  signing_key_made: /*i18n*/ { id: "ledger.kind.signing_key_made", message: "Signing key made" },
  signing_key_retired: /*i18n*/ { id: "ledger.kind.signing_key_retired", message: "Signing key retired" },
  authority_made: /*i18n*/ {
    id: "ledger.kind.authority_made",
    message: "Authority for certificates in force",
  },
  certificate_issued: /*i18n*/ { id: "ledger.kind.certificate_issued", message: "Officer certified" },
  certificate_revoked: /*i18n*/ { id: "ledger.kind.certificate_revoked", message: "Certificate revoked" },
  ledger_key_added: /*i18n*/ { id: "ledger.kind.ledger_key_added", message: "Key of the ledger in force" },
  ledger_key_retired: /*i18n*/ { id: "ledger.kind.ledger_key_retired", message: "Key of the ledger retired" },
};

const modules: Vocabulary<LedgerModule> = {
  identity: /*i18n*/ { id: "ledger.module.identity", message: "Accounts and sign-in" },
  organisation: /*i18n*/ { id: "ledger.module.organisation", message: "Organisation" },
  correspondence: /*i18n*/ { id: "ledger.module.correspondence", message: "Receipts and scans" },
  filing: /*i18n*/ { id: "ledger.module.filing", message: "Files" },
  drafting: /*i18n*/ { id: "ledger.module.drafting", message: "Drafts for approval" },
  dispatch: /*i18n*/ { id: "ledger.module.dispatch", message: "Dispatch" },
  keys: /*i18n*/ { id: "ledger.module.keys", message: "Keys" },
  certificates: /*i18n*/ { id: "ledger.module.certificates", message: "Certificates" },
  ledger: /*i18n*/ { id: "ledger.module.ledger", message: "The ledger itself" },
};

const subjects: Vocabulary<SubjectKind> = {
  person: /*i18n*/ { id: "ledger.subject.person", message: "Person" },
  unit: /*i18n*/ { id: "ledger.subject.unit", message: "Unit" },
  post: /*i18n*/ { id: "ledger.subject.post", message: "Post" },
  import: /*i18n*/ { id: "ledger.subject.import", message: "Import" },
  document: /*i18n*/ { id: "ledger.subject.document", message: "Scan" },
  receipt: /*i18n*/ { id: "ledger.subject.receipt", message: "Receipt" },
  head: /*i18n*/ { id: "ledger.subject.head", message: "Head" },
  file: /*i18n*/ { id: "ledger.subject.file", message: "File" },
  encryption_key: /*i18n*/ { id: "ledger.subject.encryption_key", message: "Key for secrets" },
  authority: /*i18n*/ { id: "ledger.subject.authority", message: "Authority for certificates" },
  ledger_key: /*i18n*/ { id: "ledger.subject.ledger_key", message: "Key of the ledger" },
};

export const MODULES = Object.keys(modules) as LedgerModule[];
export const KINDS = Object.keys(kinds) as EventKind[];

export const kindLabel = reader(kinds);
export const moduleLabel = reader(modules);
export const subjectLabel = reader(subjects);
