import { markText } from "../pasting/markers";
import { type Align, type Block, normalText, plain, type Run, type Text } from "../text";
import type { Language } from "../types";

/** What is compared as one: a paragraph, a heading, a paragraph of an item, a row of a table. */
export interface Unit {
  kind: "paragraph" | "heading" | "row";
  /** What stands before it: `3.` or `(a)`. It moves with what is before, and is no change by itself. */
  mark: string;
  /** How many lists it lies in. */
  depth: number;
  level: number;
  align: Align;
  isHead: boolean;
  cells: Run[][];
  /** Its words alone. */
  text: string;
  /** Its form without its words. */
  form: string;
  /** Two units are the same if their keys are. */
  key: string;
}

type Place = Pick<Unit, "mark" | "depth"> & { within: string };

export function unitsOf(text: Text, language: Language): Unit[] {
  const units: Unit[] = [];
  let numbered = 0;
  const add = (blocks: readonly Block[], place: Place) => {
    blocks.forEach((block, index) => {
      // Only the first block of an item has its mark beside it.
      const here = index === 0 ? place : { ...place, mark: "" };
      switch (block.type) {
        case "paragraph":
          if (block.numbered) numbered += 1;
          units.push(
            unit("paragraph", here, [block.content], {
              align: block.align ?? "start",
              ...(block.numbered && { mark: markText("numbered", numbered) }),
              isNumbered: block.numbered ?? false,
            }),
          );
          break;
        case "heading":
          units.push(unit("heading", here, [block.content], { level: block.level }));
          break;
        case "list":
          block.items.forEach((item, position) => {
            const mark = markText(block.style, position + 1, language);
            add(item, { mark, depth: place.depth + 1, within: `${place.within} ${block.style}` });
          });
          break;
        case "table":
          block.rows.forEach((row, position) => {
            const cells = row.map(({ content }) => content);
            const aligns = row.map(({ align }) => align).join();
            units.push(unit("row", here, cells, { isHead: block.header === true && position === 0, aligns }));
          });
      }
    });
  };
  add(normalText(text).blocks, { mark: "", depth: 0, within: "" });
  return units;
}

interface More {
  mark?: string;
  align?: Align;
  level?: number;
  isHead?: boolean;
  isNumbered?: boolean;
  aligns?: string;
}

function unit(kind: Unit["kind"], { mark, depth, within }: Place, cells: Run[][], more: More): Unit {
  const { align = "start", level = 0, isHead = false, isNumbered = false, aligns = "" } = more;
  const form = JSON.stringify([kind, within, align, level, isHead, isNumbered, aligns]);
  return {
    kind,
    mark: more.mark ?? mark,
    depth,
    level,
    align,
    isHead,
    cells,
    text: cells.map(plain).join("\t"),
    form,
    key: form + JSON.stringify(cells),
  };
}
