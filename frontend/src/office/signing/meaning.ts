import type {
  AmendsIssue,
  Classification,
  CommunicationForm,
  File,
  FileReturnReason,
  MeCharge,
  MePerson,
  NoteBody,
  Paragraph,
  PostRef,
  Reference,
  Span,
} from "@/api/schema";

/** What an officer wants to sign, as he wrote it on this page. */
export type Intent =
  | { kind: "note" | "order"; body: NoteBody }
  | { kind: "agreement" }
  | { kind: "return"; reason: FileReturnReason; remark: string }
  | { kind: "close"; remark: string }
  | { kind: "approve" | "issue"; draft: ApprovedDraft };

/** The text of a draft that is approved or issued, as the officer has it before him. */
export interface ApprovedDraft {
  id: string;
  text: number;
  /** As the office told it with that text. */
  digest: string;
  form: CommunicationForm;
  classification: Classification;
  /** The earlier issue that it amends. */
  amends: AmendsIssue | null;
  /** For the eye: it is signed within the digest. */
  subject: string;
}

/** Everything on this page that a statement must agree with. */
export interface Meaning {
  intent: Intent;
  file: File;
  person: MePerson;
  charge: MeCharge;
  /** The digest of the last entry that the officer has before him; `undefined` where the page does not know it. */
  previous: string | null | undefined;
  /** Where the file goes in the same act. It is not part of what is signed. */
  next: PostRef | null;
}

/** What only the office knows before it is signed. */
export interface Given {
  nonce: string;
  ordinal: number;
  previous: string | null;
  attachments: string[];
  at: string;
  issue?: GivenIssue;
}

/** Under which number and date a letter goes out, and the SHA-256 of its print. */
export interface GivenIssue {
  number: string;
  date: string;
  rendered: string;
}

export type Purpose = "note" | "act";

export const purposeOf = ({ kind }: Intent): Purpose =>
  kind === "return" || kind === "close" || kind === "approve" || kind === "issue" ? "act" : "note";

/** The statement that means this and nothing else (docs/verification.md, "A signature"). */
export function statementOf(meaning: Meaning, given: Given): Record<string, unknown> {
  const { intent, file, person, charge } = meaning;
  const { nonce, ordinal, previous, at } = given;
  const common = {
    nonce,
    file: file.id,
    ordinal,
    previous,
    post: charge.post.id,
    person: person.id,
    charge: charge.id,
    classification: file.classification,
    at,
  };
  switch (intent.kind) {
    case "return":
      return {
        ...common,
        ...stepOf(meaning, file.last_sender?.id ?? null, intent.remark),
        act: "file_returned",
        reason: intent.reason,
      };
    case "close":
      return { ...common, ...stepOf(meaning, null, intent.remark), act: "file_closed", reason: null };
    case "approve":
      return { ...draftActOf(meaning, intent.draft), act: "communication_approved", nonce, ordinal, at };
    case "issue":
      return {
        ...draftActOf(meaning, intent.draft),
        ...given.issue,
        amends: intent.draft.amends,
        act: "communication_issued",
        nonce,
        ordinal,
        at,
      };
    default:
      return {
        ...common,
        v: 2,
        kind: intent.kind,
        docket: null,
        // An agreement has no words that could point to papers.
        attachments: "body" in intent ? given.attachments : [],
        paragraphs: paragraphsOf(intent, file.last_paragraph + 1),
      };
  }
}

const stepOf = ({ charge }: Meaning, to: string | null, remark: string) => ({
  v: 1,
  from: charge.post.id,
  to,
  action: null,
  remark: cleaned(remark).trim() || null,
});

/** A draft has an order of its own: what is done with it stands after no note. */
const draftActOf = ({ file, person, charge }: Meaning, draft: ApprovedDraft) => ({
  v: 1,
  file: file.id,
  communication: draft.id,
  text: draft.text,
  digest: draft.digest,
  form: draft.form,
  classification: draft.classification,
  post: charge.post.id,
  person: person.id,
  charge: charge.id,
});

function paragraphsOf(intent: Intent, first: number): unknown[] {
  if (!("body" in intent)) return [{ number: first }];
  return signedParagraphs(intent.body).map((paragraph, index) => ({ number: first + index, ...paragraph }));
}

/** The text of a note as the office signs it: normalised, without empty spans and blank paragraphs. */
function signedParagraphs({ paragraphs }: NoteBody): Paragraph[] {
  return paragraphs
    .map(({ dir, spans }) => ({ dir, spans: spans.map(signedSpan).filter(({ text }) => text !== "") }))
    .filter(({ spans }) => spans.some(({ text }) => text.trim() !== ""));
}

function signedSpan({ text, bold, italic, underline, reference }: Span): Span {
  return {
    text: cleaned(text),
    ...(bold && { bold }),
    ...(italic && { italic }),
    ...(underline && { underline }),
    ...(reference && { reference: signedReference(reference) }),
  };
}

function signedReference({ flag, target }: Reference): Reference {
  return {
    ...(flag && { flag: line(flag) }),
    target: target.kind === "rule" ? { ...target, text: line(target.text) } : target,
  };
}

const cleaned = (text: string) => text.replaceAll("\r\n", "\n").normalize("NFC");
const line = (text: string) => cleaned(text).trim().split(/\s+/).join(" ");
