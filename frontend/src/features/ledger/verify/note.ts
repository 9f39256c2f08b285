import { type Bytes, fromBase64, hex, joined, sha256, utf8 } from "@/office/digest";
import { verifies } from "./ed25519";

// Checkpoints are signed notes (C2SP tlog-checkpoint); keys are written as `name+id+key`.

interface SignatureLine {
  name: string;
  /** The key's id, as eight hex digits. */
  key: string;
  signature: Bytes;
}

export interface Checkpoint {
  origin: string;
  size: number;
  root: Bytes;
  /** What is signed, with its last line feed. */
  text: string;
  lines: SignatureLine[];
}

interface VerifierKey {
  name: string;
  id: string;
  key: Bytes;
}

const SIZE = /^(?:0|[1-9]\d{0,15})$/;
const LINE = /^\u2014 (\S+) (\S+)$/;
const KEY = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/;
/** A key of an office; witnesses have another kind. */
const OFFICE = 1;

function signatureLine(line: string): SignatureLine | null {
  const [, name, encoded] = LINE.exec(line) ?? [];
  const bytes = encoded === undefined ? null : fromBase64(encoded);
  if (!name || !bytes || bytes.length <= 4) return null;
  return { name, key: hex(bytes.slice(0, 4)), signature: bytes.slice(4) };
}

/** Reads a checkpoint to the byte; `null` for whatever is none. */
export function readCheckpoint(note: string): Checkpoint | null {
  const cut = note.indexOf("\n\n");
  if (cut < 0 || !note.endsWith("\n")) return null;
  const text = note.slice(0, cut + 1);
  const [origin, size, encoded, ...more] = text.slice(0, -1).split("\n");
  const root = fromBase64(encoded ?? "");
  if (!origin || !SIZE.test(size ?? "") || root?.length !== 32 || more.length > 0) return null;
  const lines = note
    .slice(cut + 2, -1)
    .split("\n")
    .map(signatureLine);
  const read = lines.filter((line) => line !== null);
  if (read.length !== lines.length || !Number.isSafeInteger(Number(size))) return null;
  return { origin, size: Number(size), root, text, lines: read };
}

/** A checkpoint that somebody kept: mail and editors change the ends of lines and lose the last one. */
export const readKept = (kept: string): Checkpoint | null =>
  readCheckpoint(
    `${kept
      .replace(/^\ufeff/, "")
      .replace(/\r\n?/g, "\n")
      .trim()}\n`,
  );

/** Reads a key of the office; `null` for one whose id is not made from it. */
async function readKey(text: string): Promise<VerifierKey | null> {
  const [, name, id, encoded] = KEY.exec(text) ?? [];
  const material = fromBase64(encoded ?? "");
  if (!name || !id || material?.length !== 33 || material[0] !== OFFICE) return null;
  const made = await sha256(joined(utf8(`${name}\n`), material));
  return hex(made.slice(0, 4)) === id ? { name, id, key: material.slice(1) } : null;
}

/** What the signatures of a checkpoint are worth. `unable`: this browser does not know the method. */
export type Signed =
  | { outcome: "good"; by: string[] }
  | { outcome: "bad" | "unknown" | "unable"; by?: undefined };

/**
 * Judges a checkpoint by keys of the office: one of them must have signed it. Lines by others are passed over, and one
 * line by a key of the office that does not verify spoils the checkpoint.
 */
export async function judge(checkpoint: Checkpoint, keys: string[]): Promise<Signed> {
  const by: string[] = [];
  for (const text of keys) {
    const key = await readKey(text);
    if (!key || key.name !== checkpoint.origin) continue;
    for (const line of checkpoint.lines.filter((line) => line.name === key.name && line.key === key.id)) {
      const good = await verifies(key.key, line.signature, utf8(checkpoint.text));
      if (good === null) return { outcome: "unable" };
      if (!good) return { outcome: "bad" };
      by.push(text);
    }
  }
  return by.length > 0 ? { outcome: "good", by } : { outcome: "unknown" };
}
