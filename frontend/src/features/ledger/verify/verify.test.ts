import { afterEach, describe, expect, it, vi } from "vitest";
import { fromBase64 } from "@/office/digest";
import { compareKept } from "./compare";
import { checkEvidence } from "./evidence";
import { judge, readCheckpoint, readKept } from "./note";
import { isContinued } from "./tree";
// Made by tests/verify/vectors.py, which shares no line with this.
import vectors from "./vectors.json";

type Bundle = (typeof vectors.evidence)[number];

const last = <T>(all: T[]): T => {
  const found = all.at(-1);
  if (found === undefined) throw new Error("nothing there");
  return found;
};
const checkpoint = (note: string) => {
  const read = readCheckpoint(note);
  if (!read) throw new Error("no checkpoint");
  return read;
};
const digestOf = async (text: string) => {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, "0")).join("");
};
const shownOf = async ({ entry }: Bundle) => ({
  digest: await digestOf(entry.body),
  position: entry.position,
  body: JSON.parse(entry.body),
});
const outcomes = async (bundle: Bundle, shown?: object) => {
  const { steps, verdict } = await checkEvidence(bundle, { ...(await shownOf(bundle)), ...shown });
  return [...steps.map(({ outcome }) => outcome), verdict].join(" ");
};
/** Another digit of base64 in the middle of a text. */
const edited = (text: string, at: number) =>
  text.slice(0, at) + (text[at] === "A" ? "B" : "A") + text.slice(at + 1);
const latest = last(vectors.checkpoints);
const sizeOf = (note: string) => checkpoint(note).size;
const proofOf = async (from: number, to: number) =>
  vectors.consistency.find((one) => one.from === from && one.to === to)?.proof ?? [];

afterEach(() => vi.restoreAllMocks());

describe("evidence of one act", () => {
  it("is good for every act of the vectors", async () => {
    expect(vectors.evidence.length).toBeGreaterThan(20);
    for (const bundle of vectors.evidence) {
      expect(await outcomes(bundle), `position ${bundle.entry.position}`).toMatch(/^good(?: good){3,4}$/);
    }
  });

  const bundle = last(vectors.evidence);

  it("names origin, size and the keys that signed", async () => {
    const found = await checkEvidence(bundle, await shownOf(bundle));
    expect(found).toMatchObject({ origin: "office.example/ledger", size: 13 });
    expect(vectors.keys).toEqual(expect.arrayContaining(found.signedBy));
    expect(found.signedBy).toHaveLength(checkpoint(bundle.checkpoint).lines.length);
  });

  it("is refused when the body is another one than was hashed", async () => {
    const body = bundle.entry.body.replace('"v":2', '"v":3');
    expect(await outcomes({ ...bundle, entry: { ...bundle.entry, body } })).toBe("good bad good bad");
  });

  it("is refused when the page shows something else", async () => {
    expect(await outcomes(bundle, { digest: "00" })).toBe("bad good good bad");
    expect(await outcomes(bundle, { position: 3 })).toBe("bad good good bad");
    const body = { ...JSON.parse(bundle.entry.body), kind: "file_closed" };
    expect(await outcomes(bundle, { body })).toBe("bad good good bad");
    const { at: _, ...shorter } = JSON.parse(bundle.entry.body);
    expect(await outcomes(bundle, { body: shorter })).toBe("bad good good bad");
  });

  it("is refused at another place, in another tree, and with another proof", async () => {
    for (const position of [0, 11, 13, -1, 0.5]) {
      const moved = { ...bundle, entry: { ...bundle.entry, position } };
      expect(await outcomes(moved), String(position)).toBe("good bad good bad");
    }
    expect(await outcomes({ ...bundle, checkpoint: latest })).toBe("good bad good bad");
    const [first = "", ...rest] = bundle.proof;
    for (const proof of [
      rest,
      [...bundle.proof, first],
      [edited(first, 8), ...rest],
      [first.slice(4), ...rest],
      ["?", ...rest],
    ]) {
      expect(await outcomes({ ...bundle, proof })).toBe("good bad good bad");
    }
  });

  it("is refused when the signature, or what was signed, is another one", async () => {
    const at = bundle.checkpoint.length - 40;
    expect(await outcomes({ ...bundle, checkpoint: edited(bundle.checkpoint, at) })).toBe(
      "good good bad bad",
    );
    expect(await outcomes({ ...bundle, checkpoint: bundle.checkpoint.replace("\n13\n", "\n12\n") })).toMatch(
      /bad bad$/,
    );
    expect(await outcomes({ ...bundle, keys: [] })).toBe("good good bad bad");
    expect(await outcomes({ ...bundle, checkpoint: "" })).toBe("good bad bad bad");
  });

  it("passes over keys that are not made from themselves", async () => {
    const keys = vectors.keys.map((key) => key.replace(/\+[0-9a-f]{8}\+/, "+00000000+"));
    expect(await outcomes({ ...bundle, keys })).toBe("good good bad bad");
  });

  it("says so where the browser does not know Ed25519, or may not compute", async () => {
    vi.spyOn(crypto.subtle, "importKey").mockRejectedValue(new DOMException("no", "NotSupportedError"));
    expect(await outcomes(bundle)).toBe("good good unable unable");
    const shown = await shownOf(bundle);
    vi.spyOn(globalThis, "crypto", "get").mockReturnValue({} as Crypto);
    const { verdict, steps } = await checkEvidence(bundle, shown);
    expect([verdict, steps.every(({ outcome }) => outcome === "unable")]).toEqual(["unable", true]);
  });
});

describe("checkpoints", () => {
  it("are read to the byte", () => {
    for (const note of [...vectors.checkpoints, vectors.cosigned])
      expect(readCheckpoint(note)).not.toBeNull();
    for (const wrong of [
      latest.slice(0, -1),
      latest.replace("\n\n", "\n"),
      latest.replace("\n\n", "\nmore\n\n"),
      latest.replace(/\n(\d+)\n/, "\n0$1\n"),
      latest.replace(/\n(\d+)\n/, "\n99999999999999999\n"),
      latest.replace("—", "-"),
      `${latest}\n`,
      latest.replace("=\n", "\n"),
      "",
    ]) {
      expect(readCheckpoint(wrong), wrong).toBeNull();
    }
  });

  it("that were kept may have lost their last line feed, or got others", () => {
    for (const kept of [latest.trimEnd(), latest.replaceAll("\n", "\r\n"), `\ufeff${latest}\n\n`]) {
      expect(readKept(kept)?.text).toBe(checkpoint(latest).text);
    }
  });

  it("are good by a key of the office, whatever witnesses add", async () => {
    expect((await judge(checkpoint(vectors.cosigned), vectors.keys)).outcome).toBe("good");
    expect((await judge(checkpoint(vectors.cosigned), [])).outcome).toBe("unknown");
  });

  it("are spoilt by one line of the office that is not good, and not by a key under another's id", async () => {
    const note = vectors.checkpoints.find((one) => checkpoint(one).lines.length > 1) ?? "";
    const first = note.indexOf("\n\n") + 60;
    expect((await judge(checkpoint(note), vectors.keys)).outcome).toBe("good");
    expect((await judge(checkpoint(edited(note, first)), vectors.keys)).outcome).toBe("bad");
    const [real = "", other = ""] = vectors.keys.map((key) => key.split("+").slice(2).join("+"));
    const swapped = vectors.keys.slice(0, 1).map((key) => key.replace(real, other));
    expect((await judge(checkpoint(vectors.checkpoints[0] ?? ""), swapped)).outcome).toBe("unknown");
  });
});

describe("consistency", () => {
  it("is shown between every two checkpoints", async () => {
    const sizes = vectors.checkpoints.length;
    expect(vectors.consistency).toHaveLength((sizes * (sizes - 1)) / 2);
    const bySize = new Map(vectors.checkpoints.map((note) => [sizeOf(note), checkpoint(note)]));
    for (const { from, to, proof } of vectors.consistency) {
      const [earlier, later] = [bySize.get(from), bySize.get(to)];
      if (!earlier || !later) throw new Error("no such size");
      const hashes = proof.map(fromBase64).filter((hash) => hash !== null);
      expect(await isContinued(earlier, later, hashes), `${from} to ${to}`).toBe(true);
      expect(await isContinued(later, earlier, hashes), "backwards").toBe(false);
      expect(await isContinued(earlier, later, hashes.slice(1))).toBe(false);
      expect(await isContinued(earlier, later, [...hashes, earlier.root])).toBe(false);
      expect(await isContinued({ ...earlier, root: later.root }, later, hashes)).toBe(false);
    }
  });
});

describe("a checkpoint that somebody kept", () => {
  const compare = async (kept: string, today = latest, keys = vectors.keys, ask = proofOf) =>
    (await compareKept(kept, today, keys, ask)).standing;

  it("is continued by the ledger of later", async () => {
    for (const kept of vectors.checkpoints.slice(0, -1)) expect(await compare(kept)).toBe("continues");
    expect(await compare(latest)).toBe("same");
    expect(await compare(vectors.cosigned)).toBe("same");
  });

  it("tells an old copy of the ledger", async () => {
    expect(await compare(latest, vectors.checkpoints[4])).toBe("longer");
  });

  it("tells a ledger with another past, whatever proof it sends", async () => {
    const { checkpoint: forked, consistency } = vectors.forked;
    expect(await compare(forked)).toBe("altered");
    expect(await compare(forked, latest, vectors.keys, async () => consistency)).toBe("altered");
    expect(await compare(forked, latest, vectors.keys, async () => ["?"])).toBe("altered");
    const same = vectors.checkpoints.find((note) => sizeOf(note) === 34) ?? "";
    expect(await compare(forked, same)).toBe("altered");
  });

  it("is refused when it was written over, is another office's, or is none", async () => {
    const kept = vectors.checkpoints[4] ?? "";
    expect(await compare(kept.replace("\n8\n", "\n9\n"))).toBe("not_signed");
    expect(await compare(kept, latest, [])).toBe("not_signed");
    expect(await compare(kept.replace("office.example/ledger\n", "other.example/ledger\n"))).toBe(
      "other_origin",
    );
    expect(await compare("Dear Sir,")).toBe("no_checkpoint");
    expect(await compare(kept, edited(latest, latest.length - 40))).toBe("latest_bad");
    expect(await compare(kept, "")).toBe("latest_bad");
  });

  it("is compared by its hashes where the browser does not know Ed25519", async () => {
    vi.spyOn(crypto.subtle, "importKey").mockRejectedValue(new DOMException("no", "NotSupportedError"));
    const found = await compareKept(vectors.checkpoints[4] ?? "", latest, vectors.keys, proofOf);
    expect([found.standing, found.signaturesChecked]).toEqual(["continues", false]);
  });
});
