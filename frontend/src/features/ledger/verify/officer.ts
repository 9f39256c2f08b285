import type { LedgerEvidence } from "@/api/schema";
import {
  type Bytes,
  fromBase64Url,
  fromHex,
  hex,
  joined,
  same,
  sha256,
  toBase64Url,
  utf8,
} from "@/office/digest";
import { ofCose, ofPoint } from "./keys";

// The signature of an officer under an act (docs/verification.md, "A signature").

/** `silent`: evidence and key are those of the ledger, but what was signed is not in the bundle. */
export type Signature = "good" | "bad" | "unable" | "silent";

const TAG = "daftar.note/v1\0";
const PRESENT_AND_VERIFIED = 0x05;
/** The host, flags, and a counter. */
const SHORTEST = 37;
const APPROVALS = { passkey_approved: "passkey", signing_key_made: "key" } as const;

type Values = Record<string, unknown>;

function valuesOf(json: unknown): Values | null {
  try {
    const value: unknown = typeof json === "string" ? JSON.parse(json) : json;
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Values) : null;
  } catch {
    return null;
  }
}

const text = (value: unknown): string => (typeof value === "string" ? value : "");
const digestOf = async (value: string) => hex(await sha256(utf8(value)));

/** The bytes of the public key in the evidence. */
function publicKey(evidence: Values): Bytes | null {
  const key = text(evidence.public_key);
  if (evidence.method === "passkey") return fromBase64Url(key);
  const point = fromHex(key);
  return point?.length === 65 && point[0] === 4 ? point : null;
}

/** Whether the evidence is the one of the entry, and says the same as it. */
async function isOfEntry(json: string, evidence: Values, said: Values): Promise<boolean> {
  const isPasskey = evidence.method === "passkey";
  return (
    (await digestOf(json)) === said.evidence &&
    (isPasskey || evidence.method === "server_key") &&
    evidence.method === said.method &&
    (isPasskey ? evidence.passkey : evidence.key) === said.key &&
    (isPasskey ? "passkey" : evidence.proof) === said.proof
  );
}

/** Whether an entry says that this key is the person's. */
async function isSigner(entry: Values, person: unknown, said: Values, key: Bytes): Promise<boolean> {
  const content = valuesOf(entry.content) ?? {};
  const name = APPROVALS[text(entry.kind) as keyof typeof APPROVALS];
  if (name === undefined || content[name] !== said.key || entry.subject !== person) return false;
  if (name === "key") return said.method === "server_key" && content.public_key === hex(key);
  const bySomebodyElse = typeof entry.person === "string" && entry.person !== person;
  return said.method === "passkey" && bySomebodyElse && content.public_key_sha256 === hex(await sha256(key));
}

/** Whether the note is the one of the entry, by its author. */
async function isNoteOf(note: string, entry: Values): Promise<boolean> {
  const said = valuesOf(valuesOf(entry.content)?.note);
  const value = valuesOf(note);
  const who = ["person", "post", "charge"];
  return (await digestOf(note)) === said?.digest && who.every((key) => value?.[key] === entry[key]);
}

/** Whether the browser of the officer was asked for just this, by a page of the office. */
function wasAsked(clientData: Bytes, challenge: Bytes, origins: unknown): boolean {
  const said = valuesOf(new TextDecoder().decode(clientData));
  return (
    said?.type === "webauthn.get" &&
    said.challenge === toBase64Url(challenge) &&
    Array.isArray(origins) &&
    typeof said.origin === "string" &&
    origins.includes(said.origin) &&
    (said.crossOrigin ?? false) === false
  );
}

async function passkeySigned(evidence: Values, key: Bytes, message: Bytes): Promise<boolean | null> {
  const data = fromBase64Url(text(evidence.authenticator_data));
  const client = fromBase64Url(text(evidence.client_data_json));
  const signature = fromBase64Url(text(evidence.signature));
  const cose = ofCose(key);
  if (!data || !client || !signature || !cose || data.length < SHORTEST) return false;
  const host = await sha256(utf8(text(evidence.rp_id)));
  const isPresent = ((data[32] ?? 0) & PRESENT_AND_VERIFIED) === PRESENT_AND_VERIFIED;
  if (!same(data.slice(0, 32), host) || !isPresent) return false;
  if (!wasAsked(client, await sha256(message), evidence.origins)) return false;
  return cose(signature, joined(data, await sha256(client)));
}

async function officeSigned(evidence: Values, key: Bytes, message: Bytes): Promise<boolean | null> {
  const signature = fromBase64Url(text(evidence.signature));
  return signature !== null && ofPoint(key)(signature, message);
}

/** What the signature in a bundle is worth, whose entries are in the tree; `null` where there is none. */
export async function checkSignature(bundle: LedgerEvidence): Promise<Signature | null> {
  const entry = valuesOf(bundle.entry.body) ?? {};
  const said = valuesOf(valuesOf(entry.content)?.signature);
  if (!said && bundle.signature === null && bundle.signer === null) return null;
  const evidence = valuesOf(bundle.signature ?? "");
  const signer = valuesOf(bundle.signer?.body ?? "");
  const key = evidence && publicKey(evidence);
  if (!said || !evidence || !signer || !key) return "bad";
  const agrees =
    (await isOfEntry(bundle.signature ?? "", evidence, said)) &&
    (await isSigner(signer, entry.person, said, key));
  if (!agrees) return "bad";
  if (bundle.note === null) return "silent";
  if (!(await isNoteOf(bundle.note, entry))) return "bad";
  const verify = evidence.method === "passkey" ? passkeySigned : officeSigned;
  const signed = await verify(evidence, key, utf8(TAG + bundle.note));
  return signed === null ? "unable" : signed ? "good" : "bad";
}
