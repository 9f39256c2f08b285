import { reader, type Vocabulary } from "../deskLabels";
import type { Fault } from "./check";
import type { Intent } from "./meaning";

const titles: Vocabulary<Intent["kind"]> = {
  note: /*i18n*/ { id: "sign.title.note", message: "Sign your note" },
  order: /*i18n*/ { id: "sign.title.order", message: "Sign your order" },
  agreement: /*i18n*/ { id: "sign.title.agreement", message: "Sign your agreement" },
  return: /*i18n*/ { id: "sign.title.return", message: "Sign the return of the file" },
  close: /*i18n*/ { id: "sign.title.close", message: "Sign the closing of the file" },
  approve: /*i18n*/ { id: "sign.title.approve", message: "Sign the approval of the draft" },
  issue: /*i18n*/ { id: "sign.title.issue", message: "Sign what is issued" },
};

const kinds: Vocabulary<Intent["kind"]> = {
  note: /*i18n*/ { id: "sign.kind.note", message: "Note" },
  order: /*i18n*/ { id: "sign.kind.order", message: "Order" },
  agreement: /*i18n*/ { id: "sign.kind.agreement", message: "Agreement" },
  return: /*i18n*/ { id: "sign.kind.return", message: "Return" },
  close: /*i18n*/ { id: "sign.kind.close", message: "Closing" },
  approve: /*i18n*/ { id: "sign.kind.approve", message: "Approval" },
  issue: /*i18n*/ { id: "sign.kind.issue", message: "Issue" },
};

const faults: Vocabulary<Fault> = {
  unable: /*i18n*/ {
    id: "sign.fault.unable",
    message: "This browser cannot check it: that needs a protected connection (https).",
  },
  form: /*i18n*/ {
    id: "sign.fault.form",
    message: "It does not have the form of a statement of this office.",
  },
  digest: /*i18n*/ { id: "sign.fault.digest", message: "The digest is not that of the statement." },
  challenge: /*i18n*/ {
    id: "sign.fault.challenge",
    message: "The challenge is not that of the statement: something else would have been signed.",
  },
  file: /*i18n*/ { id: "sign.fault.file", message: "It speaks of another file." },
  kind: /*i18n*/ { id: "sign.fault.kind", message: "It is another act than the one you chose." },
  text: /*i18n*/ { id: "sign.fault.text", message: "The text is not the one that you wrote." },
  signer: /*i18n*/ {
    id: "sign.fault.signer",
    message: "It names another person, post or charge as signing.",
  },
  destination: /*i18n*/ { id: "sign.fault.destination", message: "The file would go to another post." },
  reason: /*i18n*/ { id: "sign.fault.reason", message: "The reason is not the one that you chose." },
  classification: /*i18n*/ {
    id: "sign.fault.classification",
    message: "It has another classification than the page shows.",
  },
  draft: /*i18n*/ {
    id: "sign.fault.draft",
    message: "It speaks of another draft, or another text of it, than the one on this page.",
  },
  number: /*i18n*/ { id: "sign.fault.number", message: "Its number is none of this file." },
  print: /*i18n*/ {
    id: "sign.fault.print",
    message: "The document is not the one whose digest you would sign.",
  },
  previous: /*i18n*/ {
    id: "sign.fault.previous",
    message:
      "It would stand below notes that this page did not show you. The page reads them now: look first.",
  },
};

export const signTitle = reader(titles);
export const signKind = reader(kinds);
export const faultText = reader(faults);
