/** The text of a communication in one language, as the office keeps it: a closed form without anything else. */
export interface Text {
  blocks: Block[];
}

export type Align = "start" | "centre" | "end";
export type ListStyle = "bullet" | "decimal" | "alpha" | "roman";

export interface Paragraph {
  type: "paragraph";
  /** Whether it carries the next number of the letter. */
  numbered?: boolean;
  align?: Align;
  content: Run[];
}

export interface Heading {
  type: "heading";
  level: number;
  content: Run[];
}

export interface List {
  type: "list";
  style: ListStyle;
  items: Block[][];
}

export interface Table {
  type: "table";
  /** Whether the first row names the columns. */
  header?: boolean;
  rows: Cell[][];
}

export type Block = Paragraph | Heading | List | Table;

export interface Cell {
  align?: Align;
  content: Run[];
}

/** Words in one style; a line break in them is `\n`. */
export interface Run {
  text: string;
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
}

export const STYLES = ["bold", "italic", "underline"] as const;
export const LIST_STYLES: readonly ListStyle[] = ["bullet", "decimal", "alpha", "roman"];

export const MOST_CHARACTERS = 200_000;
export const MOST_BLOCKS = 5_000;
export const MOST_ROWS = 500;
export const MOST_COLUMNS = 12;
export const MOST_DEPTH = 3;

export const EMPTY: Text = { blocks: [] };

/**
 * The same text in its one form: equal neighbours joined, nothing that says nothing. What the editor gives is always
 * in this form, so two texts say the same if their forms are equal.
 */
export function normalText(text: Text): Text {
  const blocks = normalBlocks(text.blocks);
  const [only] = blocks;
  const isNothing =
    blocks.length === 1 &&
    only?.type === "paragraph" &&
    only.content.length === 0 &&
    !only.numbered &&
    only.align === "start";
  return { blocks: isNothing ? [] : blocks };
}

export function sameText(a: Text, b: Text): boolean {
  return JSON.stringify(normalText(a)) === JSON.stringify(normalText(b));
}

export function isBlankText(text: Text): boolean {
  return runsOf(text.blocks).every((run) => run.text.trim() === "");
}

/** As the office counts: one for each character, whatever a computer needs to keep it. */
export function countCharacters(text: Text): number {
  return runsOf(text.blocks).reduce((sum, run) => sum + lengthOf(run.text), 0);
}

export function runsOf(blocks: readonly Block[]): Run[] {
  return blocks.flatMap((block) => {
    switch (block.type) {
      case "list":
        return block.items.flatMap(runsOf);
      case "table":
        return block.rows.flat().flatMap((cell) => cell.content);
      default:
        return block.content;
    }
  });
}

export function plain(content: readonly Run[]): string {
  return content.map((run) => run.text).join("");
}

export type Excess = "characters" | "blocks" | "rows" | "columns" | "depth";

/** Which bounds of the office a text does not keep: it would be refused. */
export function excessesOf(text: Text): Set<Excess> {
  const found = new Set<Excess>();
  if (countCharacters(text) > MOST_CHARACTERS) found.add("characters");
  if (measure(text.blocks, 0, found) > MOST_BLOCKS) found.add("blocks");
  return found;
}

function measure(blocks: readonly Block[], depth: number, found: Set<Excess>): number {
  let count = blocks.length;
  for (const block of blocks) {
    if (block.type === "table") {
      if (block.rows.length > MOST_ROWS) found.add("rows");
      if (block.rows.some((row) => row.length > MOST_COLUMNS)) found.add("columns");
    } else if (block.type === "list") {
      if (depth === MOST_DEPTH) found.add("depth");
      for (const item of block.items) count += measure(item, depth + 1, found);
    }
  }
  return count;
}

function lengthOf(text: string): number {
  let length = text.length;
  for (const _ of text.matchAll(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)) length -= 1;
  return length;
}

function normalBlocks(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) => normalBlock(block) ?? []);
}

function normalBlock(block: Block): Block | null {
  switch (block.type) {
    case "paragraph": {
      const { align = "start", content } = block;
      const words = { align, content: normalRuns(content) };
      return block.numbered
        ? { type: "paragraph", numbered: true, ...words }
        : { type: "paragraph", ...words };
    }
    case "heading":
      return { type: "heading", level: normalLevel(block.level), content: normalRuns(block.content) };
    case "list": {
      const items = block.items.map(normalItem);
      return items.length > 0 ? { type: "list", style: block.style, items } : null;
    }
    case "table":
      return normalTable(block);
  }
}

function normalItem(item: readonly Block[]): Block[] {
  const blocks = normalBlocks(item);
  return blocks.length > 0 ? blocks : [{ type: "paragraph", align: "start", content: [] }];
}

function normalTable({ header, rows }: Table): Table | null {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  if (columns === 0) return null;
  const even = rows.map((row) =>
    Array.from({ length: columns }, (_, column): Cell => {
      const { align = "start", content = [] } = row[column] ?? {};
      return { align, content: normalRuns(content) };
    }),
  );
  return header ? { type: "table", header: true, rows: even } : { type: "table", rows: even };
}

export function normalLevel(level: unknown): number {
  return Math.min(3, Math.max(1, Math.trunc(Number(level)) || 1));
}

export function normalRuns(content: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const { text, ...styles } of content) {
    const words = text.replaceAll("\r\n", "\n");
    if (words === "") continue;
    const run: Run = { text: words };
    for (const style of STYLES) if (styles[style]) run[style] = true;
    const last = joined.at(-1);
    if (last && STYLES.every((style) => last[style] === run[style])) last.text += words;
    else joined.push(run);
  }
  return joined;
}
