import type { LedgerEvidence } from "@/api/schema";
import { canCompute, fromBase64, hex, sha256, utf8 } from "@/office/digest";
import { type Checkpoint, judge, readCheckpoint } from "./note";
import { checkSignature, type Signature } from "./officer";
import { isIncluded, leafHash } from "./tree";

/** What is looked at, in this order. */
export type Step = "entry" | "place" | "signature" | "officer";
/** `unable`: this browser cannot tell. */
export type Outcome = "good" | "bad" | "unable";

export interface Evidence {
  steps: { step: Step; outcome: Outcome }[];
  /** The worst of all steps. */
  verdict: Outcome;
  origin: string;
  size: number;
  /** The root of the tree, hex. */
  root: string;
  /** The keys that have signed, as the server names them. */
  signedBy: string[];
  /** What the officer's signature under the act is worth; `null` where there is none. */
  officer: Signature | null;
}

/** The entry as the page shows it. */
export interface Shown {
  digest: string;
  position: number | null;
  body: unknown;
}

/** Whether two values of JSON say the same. */
function says(left: unknown, right: unknown): boolean {
  if (left === null || right === null || typeof left !== "object" || typeof right !== "object") {
    return left === right;
  }
  const keys = Object.keys(left);
  return (
    Array.isArray(left) === Array.isArray(right) &&
    keys.length === Object.keys(right).length &&
    keys.every((key) => key in right && says(left[key as never], right[key as never]))
  );
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** What was hashed is what the page shows, under the same digest and at the same place. */
async function isShown({ entry }: LedgerEvidence, shown: Shown): Promise<boolean> {
  const digest = hex(await sha256(utf8(entry.body)));
  return (
    digest === shown.digest &&
    (shown.position === null || shown.position === entry.position) &&
    says(parsed(entry.body), shown.body)
  );
}

/** Whether an entry is in the tree of the checkpoint. */
async function isPlaced(
  checkpoint: Checkpoint | null,
  { position, body }: { position: number; body: string },
  proof: string[],
): Promise<boolean> {
  const hashes = proof.map(fromBase64).filter((hash) => hash !== null && hash.length === 32);
  const read = hashes.filter((hash) => hash !== null);
  return (
    checkpoint !== null &&
    read.length === proof.length &&
    (await isIncluded(await leafHash(body), position, checkpoint.size, read, checkpoint.root))
  );
}

/** The officer's signature, whose signer must be in the same tree. */
async function officerOf(evidence: LedgerEvidence, checkpoint: Checkpoint | null): Promise<Signature | null> {
  const { signer } = evidence;
  if (signer && !(await isPlaced(checkpoint, signer, signer.proof))) return "bad";
  return checkSignature(evidence);
}

/** Recomputes everything that a bundle of evidence claims. */
export async function checkEvidence(evidence: LedgerEvidence, shown: Shown): Promise<Evidence> {
  const checkpoint = readCheckpoint(evidence.checkpoint);
  const facts = {
    origin: checkpoint?.origin ?? "",
    size: checkpoint?.size ?? 0,
    root: checkpoint ? hex(checkpoint.root) : "",
  };
  if (!canCompute()) {
    const steps = (["entry", "place", "signature"] as const).map((step) => ({
      step,
      outcome: "unable" as const,
    }));
    return { ...facts, steps, verdict: "unable", signedBy: [], officer: null };
  }
  const placed = await isPlaced(checkpoint, evidence.entry, evidence.proof);
  const signed = checkpoint && (await judge(checkpoint, evidence.keys));
  const signature =
    signed?.outcome === "good" || signed?.outcome === "unable" ? signed.outcome : ("bad" as const);
  const officer = await officerOf(evidence, checkpoint);
  const steps: Evidence["steps"] = [
    { step: "entry", outcome: (await isShown(evidence, shown)) ? "good" : "bad" },
    { step: "place", outcome: placed ? "good" : "bad" },
    { step: "signature", outcome: signature },
    ...(officer ? [{ step: "officer" as const, outcome: officer === "silent" ? "good" : officer }] : []),
  ];
  const worst = (["bad", "unable"] as const).find((one) => steps.some(({ outcome }) => outcome === one));
  return { ...facts, steps, verdict: worst ?? "good", signedBy: signed?.by ?? [], officer };
}
