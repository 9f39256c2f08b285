import type { Language } from "@/api/schema";
import { sameText } from "../../editor/letter/text";
import { addresseeKey, type Content } from "./content";

/** What a draft says besides its texts. */
export type Field =
  | "form"
  | "languages"
  | "addressees"
  | "copies"
  | "subject_en"
  | "subject_ur"
  | "enclosures"
  | "signatory"
  | "in_reply_to"
  | "amends"
  | "reply_due_on"
  | "priority"
  | "classification";

const FIELDS: Record<Field, (content: Content) => unknown> = {
  form: ({ form }) => form,
  languages: ({ languages }) => languages,
  addressees: ({ addressees }) => addressees.map(addresseeKey),
  copies: ({ copies }) => copies.map(addresseeKey),
  subject_en: ({ subject }) => subject.en.trim(),
  subject_ur: ({ subject }) => subject.ur.trim(),
  enclosures: ({ enclosures }) => enclosures.map(({ title, document }) => [title, document]),
  signatory: ({ signatory }) => signatory,
  in_reply_to: ({ in_reply_to }) => in_reply_to,
  amends: ({ amends }) => amends && [amends.issue, amends.how],
  reply_due_on: ({ reply_due_on }) => reply_due_on,
  priority: ({ priority }) => priority,
  classification: ({ classification }) => classification,
};

/** The fields that two contents fill differently, in the order of the page. */
export function changedFields(before: Content, after: Content): Field[] {
  return (Object.keys(FIELDS) as Field[]).filter(
    (field) => JSON.stringify(FIELDS[field](before)) !== JSON.stringify(FIELDS[field](after)),
  );
}

/** The languages in which two contents have another text. */
export function changedTexts(before: Content, after: Content): Language[] {
  return (["en", "ur"] as const).filter((language) => !sameText(before.text[language], after.text[language]));
}
