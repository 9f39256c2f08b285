import { type Block, type Cell, plain, type Run } from "../text";
import { markText } from "./markers";

type Read = (element: Element) => Block[];

/** Nobody means a cell that goes over more: such a number is a trick to make a page stand still. */
const WIDEST = 100;

/**
 * A pasted table with rows of one length: of merged cells the first has the words and the others are empty. One that
 * has a single column only gives room to what is in it, as in many e-mails: that is taken as it is.
 */
export function tableOf(element: HTMLTableElement, readCell: Read, readFlow: Read): Block[] {
  const caption = element.caption ? readFlow(element.caption) : [];
  const rows = [...element.querySelectorAll(":scope > tr, :scope > * > tr")];
  const lines = rows.filter((row) => cellsOf(row).length > 0);
  if (lines.every((row) => cellsOf(row).length === 1)) {
    return [...caption, ...lines.flatMap((row) => cellsOf(row).flatMap(readFlow))];
  }
  const header = lines.length > 1 && isHead(lines[0]);
  return [...caption, { type: "table", header, rows: evened(lines, readCell) }];
}

function cellsOf(row: Element): Element[] {
  return [...row.children].filter(({ nodeName }) => nodeName === "TD" || nodeName === "TH");
}

function isHead(row: Element | undefined): boolean {
  if (!row) return false;
  return row.parentElement?.nodeName === "THEAD" || cellsOf(row).every((cell) => cell.nodeName === "TH");
}

function evened(lines: Element[], read: Read): Cell[][] {
  const grid: (Cell | undefined)[][] = lines.map(() => []);
  lines.forEach((line, row) => {
    let column = 0;
    for (const cell of cellsOf(line)) {
      while (grid[row]?.[column]) column += 1;
      const width = spanOf(cell, "colspan", WIDEST);
      const height = spanOf(cell, "rowspan", lines.length - row);
      for (let y = row; y < row + height; y += 1) {
        for (let x = column; x < column + width; x += 1) {
          const target = grid[y];
          if (target)
            target[x] = y === row && x === column ? cellOf(read(cell)) : (target[x] ?? { content: [] });
        }
      }
      column += width;
    }
  });
  const columns = Math.max(0, ...grid.map((row) => row.length));
  return grid.map((row) => Array.from({ length: columns }, (_, column) => row[column] ?? { content: [] }));
}

function spanOf(cell: Element, name: string, most: number): number {
  const span = Math.trunc(Number(cell.getAttribute(name) ?? 1));
  // 0 means: to the end.
  return span === 0 && name === "rowspan" ? most : Math.max(1, Math.min(span || 1, most));
}

function cellOf(blocks: readonly Block[]): Cell {
  const [first] = blocks;
  const align = first?.type === "paragraph" ? (first.align ?? "start") : "start";
  const content = linesOf(blocks).flatMap((line, index): Run[] =>
    index === 0 ? line : [{ text: "\n" }, ...line],
  );
  return { align, content };
}

/** A cell is one paragraph: blocks in it become its lines, with their marks as words. */
export function linesOf(blocks: readonly Block[]): Run[][] {
  let count = 0;
  return blocks.flatMap((block): Run[][] => {
    switch (block.type) {
      case "list":
        return block.items.flatMap((item, index) => marked(linesOf(item), markText(block.style, index + 1)));
      case "table":
        return block.rows.map((row) => [{ text: row.map(({ content }) => oneLine(content)).join(" | ") }]);
      default:
        if (block.type === "heading" || !block.numbered) return [block.content];
        count += 1;
        return marked([block.content], markText("numbered", count));
    }
  });
}

function marked(lines: Run[][], mark: string): Run[][] {
  const [first = [], ...more] = lines;
  return [[{ text: `${mark} ` }, ...first], ...more];
}

function oneLine(content: readonly Run[]): string {
  return plain(content).replaceAll("\n", " ");
}
