import { createHash, createPublicKey, type KeyObject, verify } from "node:crypto";
import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import type { Words } from "./office";

/** What `GET /notes/{id}/evidence` answers, as far as the signature goes. */
export interface NoteEvidence {
  /** What was signed. */
  note: string;
  /** What proves it, as a text. */
  signature: string;
  entry: { body: string };
}

const bytes = (base64url: string) => Buffer.from(base64url, "base64url");
const sha256 = (data: string | Buffer) => createHash("sha256").update(data).digest();

/** The challenge of a statement, as docs/verification.md says. */
export const challengeOf = (statement: string, purpose = "note") =>
  sha256(`daftar.${purpose}/v1\0${statement}`).toString("base64url");

export const digestOf = (statement: string) => sha256(statement).toString("hex");

/** A key on P-256 in COSE: its coordinates stand behind their labels. */
function coseKey(key: Buffer): KeyObject {
  const at = (label: number) => {
    const start = key.indexOf(Buffer.from([label, 0x58, 0x20])) + 3;
    return key.subarray(start, start + 32).toString("base64url");
  };
  return createPublicKey({ format: "jwk", key: { kty: "EC", crv: "P-256", x: at(0x21), y: at(0x22) } });
}

/** A point in hex, as the office writes the keys that it keeps. */
function officeKey(point: string): KeyObject {
  const at = (start: number) =>
    Buffer.from(point, "hex")
      .subarray(start, start + 32)
      .toString("base64url");
  return createPublicKey({ format: "jwk", key: { kty: "EC", crv: "P-256", x: at(1), y: at(33) } });
}

/** Verifies a signature from its evidence alone, with nothing of the office's programs. */
export function expectSigned({ note: statement, signature: text, entry }: NoteEvidence): void {
  const evidence = JSON.parse(text) as Record<string, string>;
  const challenge = challengeOf(statement);
  const { note, signature } = JSON.parse(entry.body).content;
  expect(note.digest).toBe(digestOf(statement));
  expect(signature.evidence).toBe(digestOf(text));
  const part = (name: string) => evidence[name] ?? "";
  if (evidence.method !== "passkey") {
    const message = Buffer.from(`daftar.note/v1\0${statement}`);
    expect(verify("sha256", message, officeKey(part("public_key")), bytes(part("signature")))).toBe(true);
    return;
  }
  const client = bytes(part("client_data_json"));
  expect(JSON.parse(client.toString())).toMatchObject({ type: "webauthn.get", challenge });
  const data = bytes(part("authenticator_data"));
  expect(data.subarray(0, 32)).toEqual(sha256(part("rp_id")));
  // Present and verified.
  expect((data[32] ?? 0) & 5).toBe(5);
  const message = Buffer.concat([data, sha256(client)]);
  expect(verify("sha256", message, coseKey(bytes(part("public_key"))), bytes(part("signature")))).toBe(true);
}

/** Opens the signature of the last note, and downloads its evidence. */
export async function downloadEvidence(page: Page, say: Words, method: string): Promise<NoteEvidence> {
  const card = page.getByRole("article").last();
  await card.getByText(say(method)).click();
  const arriving = page.waitForEvent("download");
  await card.getByRole("button", { name: say("signature.download"), exact: true }).click();
  const file = await arriving;
  expect(file.suggestedFilename()).toMatch(/^note-[0-9a-f-]{36}\.evidence\.json$/);
  return JSON.parse(await readFile(await file.path(), "utf8"));
}
