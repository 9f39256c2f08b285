import { canCompute, fromBase64, same } from "@/office/digest";
import { type Checkpoint, judge, readCheckpoint, readKept } from "./note";
import { isContinued } from "./tree";

/** How a checkpoint that somebody kept stands to the ledger of today. */
export type Standing =
  /** It cannot be read as a checkpoint. */
  | "no_checkpoint"
  /** It is one of another office. */
  | "other_origin"
  /** No key of this office has signed it as it is. */
  | "not_signed"
  /** The ledger's own latest checkpoint is not what its keys have signed. */
  | "latest_bad"
  /** The ledger of today has fewer entries: an old copy of it. */
  | "longer"
  /** It is the latest one. */
  | "same"
  /** The ledger goes on from it. */
  | "continues"
  /** The ledger's past is another one than was signed then. */
  | "altered"
  /** This browser may not compute. */
  | "unable";

export interface Comparison {
  standing: Standing;
  /** False where the browser could not check signatures: then only sizes and hashes were compared. */
  signaturesChecked: boolean;
  kept: { origin: string; size: number } | null;
  latest: { origin: string; size: number } | null;
}

/** Asks the server for the proof that the tree of one size begins with that of another. */
export type AskConsistency = (from: number, to: number) => Promise<string[]>;

const named = (checkpoint: Checkpoint | null) =>
  checkpoint && { origin: checkpoint.origin, size: checkpoint.size };

/** Compares a kept checkpoint with the latest one, by the office's keys and a proof from the server. */
export async function compareKept(
  text: string,
  latestNote: string,
  keys: string[],
  ask: AskConsistency,
): Promise<Comparison> {
  const kept = readKept(text);
  const latest = readCheckpoint(latestNote);
  const answer = (standing: Standing, signaturesChecked = true): Comparison => ({
    standing,
    signaturesChecked,
    kept: named(kept),
    latest: named(latest),
  });
  if (!kept) return answer("no_checkpoint");
  if (!latest) return answer("latest_bad");
  if (kept.origin !== latest.origin) return answer("other_origin");
  if (!canCompute()) return answer("unable", false);
  const [keptSigned, latestSigned] = [await judge(kept, keys), await judge(latest, keys)];
  if (keptSigned.outcome === "bad" || keptSigned.outcome === "unknown") return answer("not_signed");
  if (latestSigned.outcome === "bad" || latestSigned.outcome === "unknown") return answer("latest_bad");
  const signaturesChecked = keptSigned.outcome === "good" && latestSigned.outcome === "good";
  return answer(await standingOf(kept, latest, ask), signaturesChecked);
}

async function standingOf(kept: Checkpoint, latest: Checkpoint, ask: AskConsistency): Promise<Standing> {
  if (kept.size > latest.size) return "longer";
  if (kept.size === latest.size) return same(kept.root, latest.root) ? "same" : "altered";
  const proof = (await ask(kept.size, latest.size)).map(fromBase64);
  const hashes = proof.filter((hash) => hash !== null);
  const isGood = hashes.length === proof.length && (await isContinued(kept, latest, hashes));
  return isGood ? "continues" : "altered";
}
