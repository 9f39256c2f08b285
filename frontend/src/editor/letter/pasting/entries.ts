import { type Block, type List, MOST_DEPTH, type Paragraph, type Run } from "../text";
import type { Marker } from "./markers";

/** A line of a pasted text with what stood before it. */
export interface Marked {
  mark: string;
  readings: Marker[];
  /** How deep it lies, from 1, where the source says so; by itself a mark only tells by what came before. */
  level: number | null;
  paragraph: Paragraph;
}

/** A piece of a pasted text, in order. */
export type Entry = { block: Block /** Belongs to the item above. */; within?: boolean } | Marked;

interface Open {
  list: List;
  last: number;
  marks: string[];
  /** As the source has it. */
  level: number | null;
}

/**
 * Makes lists of marked lines, but only where the marks afterwards are those that were there: a list begins at its
 * first mark and goes on by one. What would be counted otherwise keeps its mark as words: other papers refer to it.
 */
export function assemble(entries: readonly Entry[]): Block[] {
  const isLetter = numbersTheLetter(entries);
  const blocks: Block[] = [];
  const every: Open[] = [];
  let open: Open[] = [];
  for (const entry of entries) {
    if ("block" in entry) {
      const item = entry.within ? open.at(-1)?.list.items.at(-1) : undefined;
      if (item) item.push(entry.block);
      else {
        open = [];
        blocks.push(entry.block);
      }
      continue;
    }
    if (isLetter && isNumbered(entry)) {
      open = [];
      blocks.push({ ...entry.paragraph, numbered: true });
      continue;
    }
    const place = placeOf(entry, open);
    open = place ? open.slice(0, place.depth) : [];
    if (!place) {
      blocks.push(withMark(entry.mark, entry.paragraph));
      continue;
    }
    let current = place.goesOn ? open.at(-1) : undefined;
    if (!current) {
      const style = place.marker.style === "numbered" ? "decimal" : place.marker.style;
      current = {
        list: { type: "list", style, items: [] },
        last: 0,
        marks: [],
        level: entry.level,
      };
      (open.at(-1)?.list.items.at(-1) ?? blocks).push(current.list);
      open.push(current);
      every.push(current);
    }
    current.list.items.push([entry.paragraph]);
    current.last = place.marker.number;
    current.marks.push(entry.mark);
  }
  const single = every.filter(({ list, level }) => list.items.length === 1 && level === null);
  return single.reduceRight((left, { list, marks }) => unlist(left, list, marks[0] ?? ""), blocks);
}

/** Whether the lines marked 1., 2., 3. are the paragraphs of one letter, from the first to the last. */
function numbersTheLetter(entries: readonly Entry[]): boolean {
  const numbered = entries.filter((entry) => "mark" in entry && isNumbered(entry)) as Marked[];
  return numbered.length > 1 && numbered.every(({ readings }, index) => readings[0]?.number === index + 1);
}

function isNumbered({ readings, level }: Marked): boolean {
  return (level ?? 1) === 1 && readings[0]?.style === "numbered";
}

interface Place {
  marker: Marker;
  /** How many lists are open around it. */
  depth: number;
  goesOn: boolean;
}

function placeOf({ readings, level }: Marked, open: readonly Open[]): Place | null {
  const around = open.filter((list) => level === null || (list.level ?? 0) < level).length;
  const beside = open.filter((list) => level === null || (list.level ?? 0) === level);
  for (const list of [...beside].reverse()) {
    const next = readings.find((marker) => follows(marker, list));
    if (next) return { marker: next, depth: open.indexOf(list) + 1, goesOn: true };
  }
  const first = readings.find((marker) => marker.number === 1);
  // What lies too deep begins a list of its own in the deepest place that there is.
  return first ? { marker: first, depth: Math.min(around, MOST_DEPTH - 1), goesOn: false } : null;
}

function follows({ style, number }: Marker, { list, last }: Open): boolean {
  if ((style === "numbered" ? "decimal" : style) !== list.style) return false;
  return style === "bullet" || number === last + 1;
}

function withMark(mark: string, paragraph: Paragraph): Paragraph {
  const words: Run = { text: `${mark} ` };
  return { ...paragraph, content: [words, ...paragraph.content] };
}

/** One mark alone makes no list. */
function unlist(blocks: Block[], list: List, mark: string): Block[] {
  return blocks.flatMap((block): Block[] => {
    if (block === list) {
      const [first, ...rest] = list.items[0] ?? [];
      return first?.type === "paragraph" ? [withMark(mark, first), ...rest] : [];
    }
    if (block.type !== "list") return [block];
    return [{ ...block, items: block.items.map((item) => unlist(item, list, mark)) }];
  });
}

/** Lists that lie deeper than the office allows come up to the deepest place that there is. */
export function raised(blocks: readonly Block[], depth = 0): Block[] {
  return blocks.map((block) => {
    if (block.type !== "list") return block;
    if (depth + 1 < MOST_DEPTH)
      return { ...block, items: block.items.map((item) => raised(item, depth + 1)) };
    return { ...block, items: block.items.flatMap(levelled) };
  });
}

function levelled(item: Block[]): Block[][] {
  const own = item.filter(({ type }) => type !== "list");
  const deeper = item.flatMap((block) => (block.type === "list" ? block.items.flatMap(levelled) : []));
  return own.length > 0 ? [own, ...deeper] : deeper;
}
