/** A part of a text, by its first place and the place after its last. */
export interface Range {
  from: number;
  to: number;
}

const CHARACTER = "[A-Za-z0-9\\u0660-\\u0669\\u06F0-\\u06F9]";
const UNIT = `${CHARACTER}+(?:\\(${CHARACTER}+\\))*`;
const TOKEN = new RegExp(`${UNIT}(?:[-\\u2013/.:,]+${UNIT})*(?:%|/[-\\u2013=](?!${CHARACTER}))?`, "g");
const BEGINS_WITH_DIGIT = /^\p{Nd}/u;
const SEPARATED = /[^A-Za-z\p{Nd}]/u;
const LETTERS = /\p{L}/gu;

/**
 * Where a text has a date, an amount or the number of a paper, such as 12-11-2026, 1,200/- or 12/C. After a letter of
 * Urdu each group of digits is set by itself, from right to left: 12-11-2026 would read as 2026-11-12. After a Latin
 * letter (Section 12-A, F.3-27/2026) the order is right already, and would be lost by setting the number apart.
 */
export function numbersIn(text: string): Range[] {
  const found: Range[] = [];
  let read = 0;
  let isLatin = false;
  const readOn = (to: number) => {
    const last = text.slice(read, to).match(LETTERS)?.at(-1);
    if (last) isLatin = last < "\u0590";
    read = to;
  };
  for (const { index, 0: token } of text.matchAll(TOKEN)) {
    readOn(index);
    const to = index + token.length;
    if (BEGINS_WITH_DIGIT.test(token) && SEPARATED.test(token) && !isLatin) {
      found.push({ from: index, to });
      read = to;
    } else readOn(to);
  }
  return found;
}

/** A text in pieces, every second of which is a number; `ranges` lie in it, one after the other. */
export function cutAt(text: string, ranges: Range[]): string[] {
  const pieces: string[] = [];
  let read = 0;
  for (const { from, to } of ranges) {
    pieces.push(text.slice(read, from), text.slice(from, to));
    read = to;
  }
  pieces.push(text.slice(read));
  return pieces;
}
