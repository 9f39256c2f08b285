import { diffArrays } from "diff";
import { plain, type Text } from "../text";
import type { Language } from "../types";
import { type Unit, unitsOf } from "./units";
import { diffWords, type Part, tokensOf } from "./words";

/** How a part of the text became another; `form` is the same words that look otherwise. */
export type Change =
  | { kind: "same"; before: Unit; after: Unit }
  | { kind: "form"; before: Unit; after: Unit }
  | {
      kind: "changed";
      before: Unit;
      after: Unit /** One for each cell; a paragraph has one. */;
      words: Part[][];
    }
  | { kind: "added"; after: Unit }
  | { kind: "removed"; before: Unit };

/** How many paragraphs, headings, items and rows. */
export interface Changes {
  changed: number;
  form: number;
  added: number;
  removed: number;
}

/** From this likeness on, two paragraphs are versions of one. */
const LIKE = 0.4;
const MOST_EDITS = 3_000;
/** More pairs than these are not weighed against each other, but taken in order. */
const MOST_PAIRS = 250_000;

/** Two versions of a text beside each other: what is alike stands together, in the order of the later one. */
export function compareTexts(before: Text, after: Text, language: Language): Change[] {
  const old = unitsOf(before, language);
  const now = unitsOf(after, language);
  const changes: Change[] = [];
  let removed: Unit[] = [];
  let added: Unit[] = [];
  const close = () => {
    changes.push(...pairUp(removed, added));
    removed = [];
    added = [];
  };
  const found = diffArrays(old, now, { comparator: (a, b) => a.key === b.key, maxEditLength: MOST_EDITS });
  if (!found) return pairUp(old, now);
  let read = 0;
  for (const part of found) {
    if (part.removed) {
      removed.push(...part.value);
      read += part.value.length;
    } else if (part.added) added.push(...part.value);
    else {
      close();
      for (const after of part.value) {
        // The same words may have another number before them than they had.
        const before = old[read] ?? after;
        changes.push({ kind: "same", before, after });
        read += 1;
      }
    }
  }
  close();
  return changes;
}

export function changes(before: Text, after: Text): Changes {
  return countChanges(compareTexts(before, after, "en"));
}

export function countChanges(found: readonly Change[]): Changes {
  const count = { changed: 0, form: 0, added: 0, removed: 0 };
  for (const { kind } of found) if (kind !== "same") count[kind] += 1;
  return count;
}

/** Of what differs, which is a version of which: those pairs, in order, that are most alike in all. */
function pairUp(old: readonly Unit[], now: readonly Unit[]): Change[] {
  const width = now.length + 1;
  if (old.length * width > MOST_PAIRS) return inOrder(old, now);
  const oldBags = old.map(bagOf);
  const nowBags = now.map(bagOf);
  const likeness = (o: number, n: number) => {
    const like = likenessOf(oldBags[o], nowBags[n]);
    return like >= LIKE ? like : 0;
  };
  // How alike all is that comes from here on.
  const best = new Float64Array((old.length + 1) * width);
  const at = (o: number, n: number) => best[o * width + n] ?? 0;
  for (let o = old.length - 1; o >= 0; o -= 1) {
    for (let n = now.length - 1; n >= 0; n -= 1) {
      const like = likeness(o, n);
      const paired = like > 0 ? like + at(o + 1, n + 1) : 0;
      best[o * width + n] = Math.max(paired, at(o + 1, n), at(o, n + 1));
    }
  }
  const found: Change[] = [];
  let n = 0;
  old.forEach((before, o) => {
    // What is new comes before what it pushes away.
    while (n < now.length && at(o, n) === at(o, n + 1) && at(o, n) > at(o + 1, n)) add(found, now[n++]);
    const after = now[n];
    if (after && likeness(o, n) > 0 && at(o, n) > at(o + 1, n)) {
      found.push(changeOf(before, after));
      n += 1;
    } else found.push({ kind: "removed", before });
  });
  for (const after of now.slice(n)) add(found, after);
  return found;
}

function add(found: Change[], after: Unit | undefined): void {
  if (after) found.push({ kind: "added", after });
}

function inOrder(old: readonly Unit[], now: readonly Unit[]): Change[] {
  const places = Array.from({ length: Math.max(old.length, now.length) }, (_, place) => place);
  return places.flatMap((place): Change[] => {
    const before = old[place];
    const after = now[place];
    if (before && after && likenessOf(bagOf(before), bagOf(after)) >= LIKE) return [changeOf(before, after)];
    return [
      ...(before ? [{ kind: "removed" as const, before }] : []),
      ...(after ? [{ kind: "added" as const, after }] : []),
    ];
  });
}

function changeOf(before: Unit, after: Unit): Change {
  if (before.key === after.key) return { kind: "same", before, after };
  if (before.text === after.text) return { kind: "form", before, after };
  // Where columns were added or taken away, cells cannot be set against each other.
  const isOne = before.cells.length !== after.cells.length;
  const words = isOne
    ? [diffWords(lineOf(before), lineOf(after))]
    : after.cells.map((cell, index) => diffWords(plain(before.cells[index] ?? []), plain(cell)));
  return { kind: "changed", before, after, words };
}

function lineOf({ cells }: Unit): string {
  return cells.map(plain).join(" | ");
}

interface Bag {
  isRow: boolean;
  words: Map<string, number>;
  size: number;
  text: string;
}

function bagOf({ kind, text }: Unit): Bag {
  const words = new Map<string, number>();
  let size = 0;
  for (const token of tokensOf(text)) {
    const word = token.trim();
    if (word === "") continue;
    words.set(word, (words.get(word) ?? 0) + 1);
    size += 1;
  }
  return { isRow: kind === "row", words, size, text };
}

/** The part of their words that two have in common, from 0 to 1. */
function likenessOf(a: Bag | undefined, b: Bag | undefined): number {
  if (!a || !b || a.isRow !== b.isRow) return 0;
  if (a.text === b.text) return 1;
  if (a.size === 0 || b.size === 0) return 0;
  let common = 0;
  for (const [word, count] of a.words) common += Math.min(count, b.words.get(word) ?? 0);
  return (2 * common) / (a.size + b.size);
}
