import type {
  AddressBlock,
  Addressee,
  AmendmentKind,
  AmendsIssue,
  Classification,
  Communication,
  CommunicationContent,
  CommunicationForm,
  CommunicationLanguages,
  Enclosure,
  File,
  Language,
} from "@/api/schema";
import { EMPTY, normalText, type Text } from "@/editor/letter/text";
import { CLASSIFICATIONS } from "@/office/labels";

/** What a draft says, with nothing left out. */
export interface Content extends CommunicationContent {
  addressees: Addressee[];
  copies: Addressee[];
  subject: Record<Language, string>;
  text: Record<Language, Text>;
  enclosures: Enclosure[];
  in_reply_to: string | null;
  signatory: string | null;
  reply_due_on: string | null;
  amends: AmendsIssue | null;
}

/** Who is addressed, and who gets a copy. */
export type Party = "addressees" | "copies";

export const MOST_SUBJECT = 300;
export const MOST_ADDRESSEES = 200;
export const MOST_ENCLOSURES = 50;
export const MOST_REMARK = 2_000;

export function fullContent(content: CommunicationContent): Content {
  const { subject, text } = content;
  return {
    ...content,
    addressees: content.addressees ?? [],
    copies: content.copies ?? [],
    subject: { en: subject?.en ?? "", ur: subject?.ur ?? "" },
    text: { en: text?.en ?? EMPTY, ur: text?.ur ?? EMPTY },
    enclosures: content.enclosures ?? [],
    in_reply_to: content.in_reply_to ?? null,
    signatory: content.signatory ?? null,
    reply_due_on: content.reply_due_on ?? null,
    amends: content.amends ?? null,
  };
}

/** A draft that does something to an earlier issue goes to the same readers, about the same thing. */
export function amendingContent(
  file: File,
  form: CommunicationForm,
  earlier: Communication,
  how: AmendmentKind,
): Content {
  const { languages, classification, addressees, copies, subject, signatory } = fullContent(earlier.content);
  return fullContent({
    ...firstContent(file, form, "en"),
    languages,
    classification,
    addressees,
    copies,
    subject,
    signatory,
    amends: earlier.issue && { issue: earlier.issue.id, how },
  });
}

/** A new draft begins as closely held and as urgent as its file, with the file's subject. */
export function firstContent(file: File, form: CommunicationForm, language: Language): Content {
  const { classification, priority, subject } = file;
  const both = { en: "", ur: "" };
  return fullContent({
    form,
    languages: language,
    classification,
    priority,
    subject: { ...both, [language]: subject.slice(0, MOST_SUBJECT) },
  });
}

export function languagesOf(languages: CommunicationLanguages): Language[] {
  return languages === "both" ? ["en", "ur"] : [languages];
}

/** The classifications that a draft on such a file can have. */
export function upTo(classification: Classification): Classification[] {
  return CLASSIFICATIONS.slice(0, CLASSIFICATIONS.indexOf(classification) + 1);
}

/** Whether two contents say the same, as the office keeps them. */
export function sameContent(a: Content, b: Content): boolean {
  return a === b || JSON.stringify(kept(a)) === JSON.stringify(kept(b));
}

/** The office takes needless spaces away, and brings letters into one form. */
function kept(content: Content): unknown {
  const side = (language: Language) => [
    line(content.subject[language]),
    JSON.stringify(normalText(content.text[language])).normalize("NFC"),
  ];
  return [
    content.form,
    content.languages,
    content.classification,
    content.priority,
    content.addressees.map(addresseeKey),
    content.copies.map(addresseeKey),
    side("en"),
    side("ur"),
    content.enclosures.map(({ title, document }) => [line(title), document]),
    content.in_reply_to,
    content.signatory,
    content.reply_due_on,
    content.amends && [content.amends.issue, content.amends.how],
  ];
}

const line = (text: string) => text.normalize("NFC").trim().split(/\s+/u).join(" ");

/** The same for whoever is the same addressee. */
export function addresseeKey(addressee: Addressee): string {
  switch (addressee.kind) {
    case "post":
      return `post ${addressee.post}`;
    case "unit":
      return `unit ${addressee.unit}`;
    case "outside": {
      const { sort, name, lines = [], email, ur } = addressee;
      const block = (one: AddressBlock) => [line(one.name), (one.lines ?? []).map(line).filter(Boolean)];
      const urdu = ur && block(ur);
      return JSON.stringify([
        sort,
        ...block({ name, lines }),
        email?.trim() || null,
        ...(urdu?.flat().some(Boolean) ? [urdu] : []),
      ]);
    }
  }
}
