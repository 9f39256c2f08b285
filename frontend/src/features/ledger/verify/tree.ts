import { type Bytes, joined, same, sha256, utf8 } from "@/office/digest";

// The Merkle tree of RFC 6962, section 2.1, with SHA-256; its proofs are checked as in RFC 9162, section 2.1.

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

/** The hash of a leaf; the prefix keeps a leaf from ever being taken for a node. */
export const leafHash = (body: string): Promise<Bytes> => sha256(joined(LEAF, utf8(body)));

const nodeHash = (left: Bytes, right: Bytes): Promise<Bytes> => sha256(joined(NODE, left, right));

/** The way from a node at the foot of the tree to its root. Sizes may be larger than what JavaScript shifts. */
class Way {
  constructor(
    private node: number,
    private last: number,
  ) {}

  get isAtRoot(): boolean {
    return this.last === 0;
  }

  get isFirst(): boolean {
    return this.node === 0;
  }

  get isRight(): boolean {
    return this.node % 2 === 1;
  }

  /** Whether the sibling stands to the left. */
  get joinsLeft(): boolean {
    return this.isRight || this.node === this.last;
  }

  rise(): void {
    this.node = Math.floor(this.node / 2);
    this.last = Math.floor(this.last / 2);
  }

  /** On the right edge a subtree without a sibling rises unchanged. */
  riseAlone(): void {
    while (!this.isRight && !this.isFirst) this.rise();
  }
}

const isSize = (size: number) => Number.isSafeInteger(size) && size >= 0;

/** Whether a proof leads from the leaf at `position` to the root of `size` leaves. */
export async function isIncluded(
  leaf: Bytes,
  position: number,
  size: number,
  proof: Bytes[],
  root: Bytes,
): Promise<boolean> {
  if (!isSize(position) || !isSize(size) || position >= size) return false;
  const way = new Way(position, size - 1);
  let found = leaf;
  for (const sibling of proof) {
    if (way.isAtRoot) return false;
    if (way.joinsLeft) {
      found = await nodeHash(sibling, found);
      way.riseAlone();
    } else {
      found = await nodeHash(found, sibling);
    }
    way.rise();
  }
  return way.isAtRoot && same(found, root);
}

interface Sized {
  size: number;
  root: Bytes;
}

/** Whether a proof shows that the tree `later` begins with the tree `earlier`, which is smaller and not empty. */
export async function isContinued(earlier: Sized, later: Sized, proof: Bytes[]): Promise<boolean> {
  if (!isSize(earlier.size) || !isSize(later.size)) return false;
  if (earlier.size < 1 || earlier.size >= later.size) return false;
  const way = new Way(earlier.size - 1, later.size - 1);
  while (way.isRight) way.rise();
  // An earlier tree that is one complete subtree is where the way begins; it is known and not repeated in the proof.
  const [first, ...rest] = way.isFirst ? [earlier.root, ...proof] : proof;
  if (!first) return false;
  let before = first;
  let after = first;
  for (const sibling of rest) {
    if (way.isAtRoot) return false;
    if (way.joinsLeft) {
      before = await nodeHash(sibling, before);
      after = await nodeHash(sibling, after);
      way.riseAlone();
    } else {
      after = await nodeHash(after, sibling);
    }
    way.rise();
  }
  return way.isAtRoot && same(before, earlier.root) && same(after, later.root);
}
