import type { Align, Block, Cell, ListStyle, Run, Text } from "@/editor/letter/text";

/** Numbers that look thrown and are the same each time: what fails once fails again. */
function dice(seed: number): (sides: number) => number {
  let state = seed * 2_654_435_761 + 1;
  return (sides) => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return Math.floor((state / 4_294_967_296) * sides);
  };
}

const WORDS = [
  "Finance",
  " ",
  "گرانٹ ",
  "1,200/-",
  "\n",
  "a\nb",
  " کے لیے",
  "😀",
  "\u00A0",
  "",
  "x",
  "12-11-2026",
  "\tz",
];
const ALIGNS: (Align | undefined)[] = ["start", "centre", "end", undefined];
const LISTS: ListStyle[] = ["bullet", "decimal", "alpha", "roman"];

/** Any text that the office's form can hold, odd ones too; for tests. */
export function generatedText(seed: number): Text {
  const roll = dice(seed);
  const pick = <T>(from: readonly T[]) => from[roll(from.length)] as T;
  const some = <T>(most: number, make: () => T) => Array.from({ length: roll(most + 1) }, make);
  const run = (): Run => ({
    text: pick(WORDS) + pick(WORDS),
    ...(roll(3) === 0 && { bold: roll(4) > 0 }),
    ...(roll(4) === 0 && { italic: true }),
    ...(roll(5) === 0 && { underline: true }),
  });
  const aligned = () => {
    const align = pick(ALIGNS);
    return align ? { align } : {};
  };
  const cell = (): Cell => ({ ...aligned(), content: some(2, run) });
  const block = (depth: number): Block => {
    switch (roll(depth < 3 ? 6 : 3)) {
      case 0:
        return { type: "heading", level: 1 + roll(3), content: some(3, run) };
      case 4:
        return { type: "list", style: pick(LISTS), items: some(3, () => some(3, () => block(depth + 1))) };
      case 5: {
        const columns = 1 + roll(4);
        const rows = Array.from({ length: 1 + roll(3) }, () => Array.from({ length: columns }, cell));
        return { type: "table", ...(roll(2) === 0 && { header: true }), rows };
      }
      default:
        return {
          type: "paragraph",
          ...(roll(2) === 0 && { numbered: true }),
          ...aligned(),
          content: some(4, run),
        };
    }
  };
  return { blocks: some(6, () => block(0)) };
}
