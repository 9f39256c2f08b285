import type { ListStyle } from "../text";
import type { Language } from "../types";

/** What stands before a line: `numbered` is the letter's own 1., 2., 3. */
export type Numbering = ListStyle | "numbered";

export interface Marker {
  style: Numbering;
  number: number;
}

const BULLETS = "•·●○▪■□◦◆➢➤✓✔§\uF0B7\uF0A7\uF0D8\uF0FC–—*-";
/** As the laws of Pakistan count in Urdu. */
const ABJAD = "الف ب ج د ہ و ز ح ط ی ک ل م ن س ع ف ص ق ر ش ت ث خ ذ ض ظ غ".split(" ");
const LATIN = [..."abcdefghijklmnopqrstuvwxyz"];
const ROMAN = /^(x{0,3})(ix|iv|v?i{0,3})$/;
const MARK = /^(\()?([\p{L}\p{N}]{1,6})([.)۔])$/u;
const LINE = new RegExp(
  `^\\s*(\\(?[\\p{L}\\p{N}]{1,6}[.)۔]|[${BULLETS.replace("-", "\\-")}])\\s+(?=\\S)`,
  "u",
);

/** All that a mark may mean: `(i)` is the first of a Roman list and the ninth of one by letters. */
export function readMark(mark: string): Marker[] {
  if (mark.length > 0 && mark.length <= 2 && BULLETS.includes(mark)) return [{ style: "bullet", number: 1 }];
  const [, open, inside, end] = MARK.exec(mark) ?? [];
  if (!inside || (open && end !== ")")) return [];
  const number = numberOf(inside);
  if (number !== null) return [{ style: end === ")" ? "decimal" : "numbered", number }];
  const readings: Marker[] = [];
  const roman = romanOf(inside.toLowerCase());
  if (roman > 0) readings.push({ style: "roman", number: roman });
  const letter = letterOf(inside);
  if (letter > 0) readings.push({ style: "alpha", number: letter });
  return readings;
}

/** Takes the mark off a line, if it begins with something that can be one. */
export function cutMark(line: string): { mark: string; rest: string } | null {
  const found = LINE.exec(line);
  return found?.[1] ? { mark: found[1], rest: line.slice(found[0].length) } : null;
}

/** How the office writes the mark of a place in a list, where it must stand as text. */
export function markText(style: Numbering, number: number, language: Language = "en"): string {
  switch (style) {
    case "bullet":
      return "•";
    case "numbered":
      return `${number}.`;
    case "decimal":
      return `(${number})`;
    case "alpha":
      return `(${letterText(number, language === "ur" ? ABJAD : LATIN)})`;
    case "roman":
      return `(${romanText(number)})`;
  }
}

function numberOf(digits: string): number | null {
  const western = digits.replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) =>
    String((digit.charCodeAt(0) - 0x0660) % 16),
  );
  return /^\d{1,4}$/.test(western) ? Number(western) : null;
}

function letterOf(letter: string): number {
  if (/^[a-z]$/i.test(letter)) return letter.toLowerCase().charCodeAt(0) - 96;
  return ABJAD.indexOf(letter.replace("ه", "ہ").replace("ي", "ی").replace("ك", "ک")) + 1;
}

function romanOf(letters: string): number {
  const [, tens, ones] = ROMAN.exec(letters) ?? [];
  if (tens === undefined || ones === undefined) return 0;
  const values: Record<string, number> = { iv: 4, ix: 9 };
  const value = values[ones] ?? [...ones].reduce((sum, letter) => sum + (letter === "v" ? 5 : 1), 0);
  return tens.length * 10 + value;
}

/** After the last letter come two: aa, ab. */
function letterText(number: number, letters: string[]): string {
  const before = Math.floor((number - 1) / letters.length);
  return (before > 0 ? letterText(before, letters) : "") + letters[(number - 1) % letters.length];
}

function romanText(number: number): string {
  const ones = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
  return "x".repeat(Math.floor(number / 10)) + (ones[number % 10] ?? "");
}
