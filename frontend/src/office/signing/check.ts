import type { File, Paragraph, SigningPreparation } from "@/api/schema";
import { type Bytes, canCompute, hex, sha256, utf8 } from "../digest";
import { base64url } from "../webauthn";
import { canonicalJson, isRecord } from "./canonical";
import { type Given, type GivenIssue, type Meaning, type Purpose, purposeOf, statementOf } from "./meaning";

/** What is wrong with something that the server asks an officer to sign. */
export type Fault =
  /** This browser cannot compute. */
  | "unable"
  /** It is no statement of the office, to the byte. */
  | "form"
  | "digest"
  | "challenge"
  | "file"
  | "kind"
  | "text"
  | "signer"
  | "destination"
  | "reason"
  | "classification"
  /** It speaks of another draft, or of another text of it. */
  | "draft"
  /** The number is none of this file. */
  | "number"
  /** The print is not the one whose digest is signed, or could not be read. */
  | "print"
  /** It would stand after other notes than those on the page. */
  | "previous";

/** What a statement says; each kind has some of it. */
export interface Statement {
  at: string;
  classification: string;
  paragraphs?: ({ number: number } & Partial<Paragraph>)[];
  to?: string | null;
  reason?: string | null;
  remark?: string | null;
  /** The number of the text that is approved, its form and its digest. */
  text?: number;
  form?: string;
  digest?: string;
  /** What only an issue has. */
  number?: string;
  date?: string;
}

export interface Checked {
  preparation: SigningPreparation;
  /** None where there are faults: only what was found in order is shown. */
  statement: Statement | null;
  faults: Fault[];
  /** Both as computed here. */
  digest: string;
  challenge: Bytes;
  /** The document that is signed, where it is one, as it was compared. */
  print: Bytes | null;
}

const TAGS: Record<Purpose, string> = { note: "daftar.note/v1\0", act: "daftar.act/v1\0" };

const FAULTS: Record<string, Fault> = {
  file: "file",
  kind: "kind",
  act: "kind",
  docket: "kind",
  paragraphs: "text",
  remark: "text",
  post: "signer",
  person: "signer",
  charge: "signer",
  from: "signer",
  to: "destination",
  reason: "reason",
  classification: "classification",
  communication: "draft",
  text: "draft",
  digest: "draft",
  form: "draft",
  amends: "draft",
};

/**
 * Whether what the server asks to be signed is what the officer means, and nothing else. The server is not believed:
 * the hashes are computed anew, and the statement must be, to the byte, the one that this page would have written. Who
 * issues a letter signs its print: what is shown to him must have the digest that stands in the statement.
 */
export async function check(
  preparation: SigningPreparation,
  meaning: Meaning,
  print: Bytes | null = null,
): Promise<Checked> {
  const nothing = { preparation, statement: null, digest: "", challenge: new Uint8Array(), print: null };
  if (!canCompute()) return { ...nothing, faults: ["unable"] };
  const text = utf8(preparation.statement);
  const purpose = purposeOf(meaning.intent);
  const digest = hex(await sha256(text));
  const challenge = await sha256(utf8(TAGS[purpose] + preparation.statement));
  const { faults, said } = faultsOf(preparation.statement, meaning);
  const isIssue = meaning.intent.kind === "issue" && !faults.includes("form");
  if (isIssue && !(await isPrint(print, said))) faults.push("print");
  if (preparation.purpose !== purpose) faults.push("kind");
  if (digest !== preparation.digest) faults.push("digest");
  if (base64url(challenge.buffer) !== preparation.challenge) faults.push("challenge");
  const statement = faults.length === 0 ? (said as unknown as Statement) : null;
  return { preparation, statement, faults: [...new Set(faults)], digest, challenge, print };
}

const isPrint = async (print: Bytes | null, { rendered }: Record<string, unknown>) =>
  print !== null && hex(await sha256(print)) === rendered;

function faultsOf(text: string, meaning: Meaning): { faults: Fault[]; said: Record<string, unknown> } {
  const said = parsed(text);
  const given = said && givenIn(said, meaning);
  if (!said || !given) return { faults: ["form"], said: {} };
  const meant = statementOf(meaning, given);
  const faults = [...new Set([...Object.keys(meant), ...Object.keys(said)])]
    .filter((key) => canonicalJson(meant[key] ?? null) !== canonicalJson(said[key] ?? null))
    .map((key) => FAULTS[key] ?? "form");
  if (given.issue && !isNumberOf(meaning.file, given.issue.number)) faults.push("number");
  if (meaning.previous !== undefined && given.previous !== meaning.previous) faults.push("previous");
  // A key too many, another order, another way of writing a letter.
  if (faults.length === 0 && canonicalJson(meant) !== text) faults.push("form");
  return { faults, said };
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

const NONCE = /^[0-9a-f]{32}$/;
const DIGEST = /^[0-9a-f]{64}$/;
const DATE = /^\d{4}-\d\d-\d\d$/;
const AT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/;

const matches = (value: unknown, form: RegExp): value is string =>
  typeof value === "string" && form.test(value);

/** A day of the calendar. */
const isDate = (value: unknown): value is string => {
  const day = matches(value, DATE) ? Date.parse(value) : Number.NaN;
  return !Number.isNaN(day) && new Date(day).toISOString().slice(0, 10) === value;
};

/** The number of a letter: that of its file, and its place among what was issued on it. */
const isNumberOf = (file: File, number: string) =>
  number.startsWith(`${file.number}/`) && /^[1-9]\d*$/.test(number.slice(file.number.length + 1));

/** What the office alone knows, if it has the form that it must have. */
function givenIn(said: Record<string, unknown>, { intent }: Meaning): Given | null {
  const { nonce, ordinal, previous = null, attachments, at } = said;
  const papers = attachments ?? [];
  const isWell =
    matches(nonce, NONCE) &&
    matches(at, AT) &&
    Number.isInteger(ordinal) &&
    Number(ordinal) >= 1 &&
    (previous === null || matches(previous, DIGEST)) &&
    Array.isArray(papers) &&
    papers.every((paper) => matches(paper, DIGEST));
  if (!isWell) return null;
  const given = {
    nonce,
    ordinal: Number(ordinal),
    previous: previous as string | null,
    attachments: papers,
    at,
  };
  if (intent.kind !== "issue") return given;
  const issue = issueIn(said);
  return issue && { ...given, issue };
}

function issueIn({ number, date, rendered }: Record<string, unknown>): GivenIssue | null {
  const isWell = typeof number === "string" && isDate(date) && matches(rendered, DIGEST);
  return isWell ? { number, date, rendered } : null;
}
