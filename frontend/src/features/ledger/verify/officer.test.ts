import { afterEach, describe, expect, it, vi } from "vitest";
import type { LedgerEvidence } from "@/api/schema";
import { fromBase64Url, hex, utf8 } from "@/office/digest";
import { checkEvidence } from "./evidence";
import { ofCose } from "./keys";
import { checkSignature } from "./officer";
// Made by tests/verify/vectors.py, which shares no line with this.
import vectors from "./vectors.json";

const signed: LedgerEvidence[] = vectors.signed;
const methodOf = ({ signature }: LedgerEvidence): string => JSON.parse(signature ?? "").method;
const notes = signed.filter(({ note }) => note !== null);
const of = (method: string): LedgerEvidence => {
  const found = notes.find((bundle) => methodOf(bundle) === method);
  if (!found) throw new Error(`no note by ${method}`);
  return found;
};
const both = [of("passkey"), of("server_key")];

const shownOf = async ({ entry }: LedgerEvidence) => ({
  digest: hex(new Uint8Array(await crypto.subtle.digest("SHA-256", utf8(entry.body)))),
  position: entry.position,
  body: JSON.parse(entry.body),
});
const officerStep = async (bundle: LedgerEvidence) => {
  const { steps, verdict, officer } = await checkEvidence(bundle, await shownOf(bundle));
  return [steps.find(({ step }) => step === "officer")?.outcome, verdict, officer];
};

/** A bundle whose evidence, and what the entry says of it, were changed together, as an office could. */
async function resigned(bundle: LedgerEvidence, change: object): Promise<LedgerEvidence> {
  const signature = JSON.stringify({ ...JSON.parse(bundle.signature ?? ""), ...change });
  const entry = JSON.parse(bundle.entry.body);
  const evidence = hex(new Uint8Array(await crypto.subtle.digest("SHA-256", utf8(signature))));
  entry.content.signature = { ...entry.content.signature, evidence };
  return { ...bundle, signature, entry: { ...bundle.entry, body: JSON.stringify(entry) } };
}

/** The same bundle with other words in its signer. */
const withSigner = (bundle: LedgerEvidence, change: (entry: Record<string, never>) => object) => {
  if (!bundle.signer) throw new Error("no signer");
  const body = JSON.stringify(change(JSON.parse(bundle.signer.body)));
  return { ...bundle, signer: { ...bundle.signer, body } };
};

afterEach(() => vi.restoreAllMocks());

describe("the officer's signature", () => {
  it("is good under every note of the vectors, and silent where the words are not shown", async () => {
    expect(new Set(notes.map(methodOf)).size).toBe(2);
    for (const bundle of signed) {
      const state = bundle.note === null ? "silent" : "good";
      expect(await officerStep(bundle), `position ${bundle.entry.position}`).toEqual(["good", "good", state]);
    }
    for (const bundle of notes) {
      expect(await officerStep({ ...bundle, note: null })).toEqual(["good", "good", "silent"]);
    }
  });

  it("is checked under the approval of a draft as under any act without a note", async () => {
    const approvals = signed.filter(({ entry }) => JSON.parse(entry.body).kind === "communication_approved");
    expect(new Set(approvals.map(methodOf)).size).toBe(2);
    for (const bundle of approvals) {
      expect(bundle.note).toBeNull();
      expect(await officerStep(bundle)).toEqual(["good", "good", "silent"]);
      const other = approvals.find(({ signature }) => signature !== bundle.signature);
      for (const change of [
        { signature: null },
        { signature: other?.signature ?? "" },
        { signer: null },
        { signer: approvals.find((one) => methodOf(one) !== methodOf(bundle))?.signer ?? null },
        { note: both[0]?.note ?? "" },
      ]) {
        const [step, verdict] = await officerStep({ ...bundle, ...change });
        expect([step, verdict], Object.keys(change).join()).toEqual(["bad", "bad"]);
      }
    }
  });

  it("is nothing where nobody signs", async () => {
    const unsigned = vectors.evidence.filter(({ signature }) => signature === null);
    expect(unsigned.length).toBeGreaterThan(0);
    for (const bundle of unsigned) expect(await officerStep(bundle)).toEqual([undefined, "good", null]);
  });

  it("is bad with other evidence, another note, another signer, or without one of them", async () => {
    for (const [bundle = both[0], other = both[1]] of [both, [...both].reverse()]) {
      if (!bundle || !other) throw new Error("nothing to change");
      for (const change of [
        { signature: other.signature },
        { signature: null },
        { signature: "{}" },
        { note: other.note },
        { note: `${bundle.note} ` },
        { signer: other.signer },
        { signer: null },
        { signer: bundle.signer && { ...bundle.signer, position: bundle.signer.position + 1 } },
        { signer: bundle.signer && { ...bundle.signer, proof: [] } },
      ]) {
        const [step, verdict] = await officerStep({ ...bundle, ...change });
        expect([step, verdict], JSON.stringify(change).slice(0, 60)).toEqual(["bad", "bad"]);
      }
    }
  });

  it("is bad when an office rewrites what it says of it", async () => {
    const last = (value: string) =>
      value.slice(0, -12) + (value.at(-12) === "A" ? "B" : "A") + value.slice(-11);
    for (const bundle of both) {
      expect(await checkSignature(await resigned(bundle, {}))).toBe("good");
      const { signature, public_key } = JSON.parse(bundle.signature ?? "");
      for (const change of [
        { signature: last(signature) },
        { signature: "AAAA" },
        { public_key: last(public_key) },
        { method: "pen" },
      ]) {
        expect(await checkSignature(await resigned(bundle, change)), JSON.stringify(change)).toBe("bad");
      }
    }
    const passkey = of("passkey");
    for (const change of [
      { origins: ["https://evil.example"] },
      { origins: "https://office.example" },
      { rp_id: "evil.example" },
      { authenticator_data: "AAAA" },
    ]) {
      expect(await checkSignature(await resigned(passkey, change)), JSON.stringify(change)).toBe("bad");
    }
  });

  it("is bad when entry, evidence and note hang together by nothing", async () => {
    for (const bundle of both) {
      const entry = JSON.parse(bundle.entry.body);
      const { note, signature } = entry.content;
      for (const content of [
        { note, signature: { ...signature, evidence: "0".repeat(64) } },
        { note: { ...note, digest: "0".repeat(64) }, signature },
      ]) {
        const body = JSON.stringify({ ...entry, content });
        expect(await checkSignature({ ...bundle, entry: { ...bundle.entry, body } })).toBe("bad");
      }
      const { passkey, key } = JSON.parse(bundle.signer?.body ?? "").content;
      const content = { passkey, key, public_key: `04${"0".repeat(128)}`, public_key_sha256: "0".repeat(64) };
      expect(await checkSignature(withSigner(bundle, (signer) => ({ ...signer, content })))).toBe("bad");
    }
  });

  it("is bad when a passkey was asked for something else", async () => {
    const bundle = signed.find(({ entry }) => entry.position === vectors.lies.position);
    if (!bundle) throw new Error("no such bundle");
    expect(vectors.lies.evidence).toHaveLength(8);
    for (const lie of vectors.lies.evidence) {
      expect(await checkSignature(await resigned(bundle, JSON.parse(lie))), lie).toBe("bad");
    }
  });

  it("is bad when the key is not the officer's by its entry", async () => {
    for (const bundle of both) {
      for (const change of [
        { kind: "passkey_revoked" },
        { subject: "somebody" },
        { content: {} },
        { content: { key: "another", passkey: "another" } },
      ]) {
        const changed = withSigner(bundle, (entry) => ({ ...entry, ...change }));
        expect(await checkSignature(changed), JSON.stringify(change)).toBe("bad");
      }
    }
    const own = withSigner(of("passkey"), (entry) => ({ ...entry, person: entry.subject }));
    expect(await checkSignature(own), "nobody approves his own").toBe("bad");
  });

  it("says so where the browser does not know the method", async () => {
    const bundle = notes.find(({ signature }) => keyOf(signature)?.[1] === 1 && keyOf(signature)?.[2] === 1);
    if (!bundle) throw new Error("no passkey of Ed25519");
    vi.spyOn(crypto.subtle, "importKey").mockRejectedValue(new DOMException("no", "NotSupportedError"));
    expect(await checkSignature(bundle)).toBe("unable");
  });

  it("is checked for keys of every algorithm", () => {
    const types = notes
      .filter((bundle) => methodOf(bundle) === "passkey")
      .map(({ signature }) => keyOf(signature)?.[2]);
    expect(new Set(types)).toEqual(new Set([1, 2, 3]));
  });
});

const keyOf = (signature: string | null) => fromBase64Url(JSON.parse(signature ?? "").public_key);

describe("keys of passkeys", () => {
  const bytes = (digits: string) =>
    Uint8Array.from(digits.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));

  it("that are none are refused", () => {
    const short = "a501020326200121582000225820";
    for (const cose of [
      "",
      "01",
      "a0",
      "a10102",
      "a201020102",
      "bf",
      "a158",
      "b8ff",
      "a1a00102",
      short,
      "a3010103272006",
    ]) {
      expect(ofCose(bytes(cose)), cose).toBeNull();
    }
  });
});
