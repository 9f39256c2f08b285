import { diffArrays } from "diff";

export interface Part {
  kind: "same" | "added" | "removed";
  text: string;
}

/** A word, a number or a sign, with the space after it. */
const TOKEN =
  /(?:\p{L}(?:[\p{L}\p{M}\p{N}'’]|\u200C|\u200D)*|\p{N}+(?:[.,/:-]\p{N}+)*|[^\s\p{L}\p{N}])\s*|\s+/gu;

/** More differences than these in one paragraph nobody reads one by one. */
const MOST_EDITS = 1_500;

export function tokensOf(text: string): string[] {
  return text.match(TOKEN) ?? [];
}

const bare = (token: string) => token.trim() || token;

/** What was taken from a paragraph and added to it, word by word, in the order of reading. */
export function diffWords(before: string, after: string): Part[] {
  if (before === after) return before === "" ? [] : [{ kind: "same", text: before }];
  const found = diffArrays(tokensOf(before), tokensOf(after), {
    comparator: (a, b) => bare(a) === bare(b),
    maxEditLength: MOST_EDITS,
  });
  const parts = found
    ? found.map(({ added, removed, value }): Part => {
        const kind = added ? "added" : removed ? "removed" : "same";
        return { kind, text: value.join("") };
      })
    : [
        { kind: "removed" as const, text: before },
        { kind: "added" as const, text: after },
      ];
  return parts.filter(({ text }) => text !== "");
}
