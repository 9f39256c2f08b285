import { Extension } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";

/** Between two cells of a row: seen by everybody who reads the note, in either direction of writing. */
const BETWEEN_CELLS = " | ";

/** Elements after whose text something new begins. */
const BLOCKS = new Set(["P", "DIV", "LI", "BR", "H1", "H2", "H3", "H4", "H5", "H6"]);

/**
 * A note has neither tables nor lines within a paragraph. A row of a pasted one becomes a paragraph and its cells stay apart: without this 1200 and 3400
 * beside each other would become 12003400, in what is to be signed. A row of one cell only gives room to its content,
 * as in many e-mails: that is taken as it is.
 */
export function asParagraphs(html: string): string {
  if (!/<(table|br)/i.test(html)) return html;
  const { body } = new DOMParser().parseFromString(html, "text/html");
  // From the innermost outwards.
  for (const table of [...body.querySelectorAll("table")].reverse()) {
    const caption = table.caption ? [...table.caption.childNodes] : [];
    table.replaceWith(...caption, ...[...table.rows].flatMap(contentOfRow));
  }
  const broken = [...body.querySelectorAll("br")].map((line) => line.parentElement ?? body);
  for (const block of new Set(broken)) splitLines(block);
  return body.innerHTML;
}

/** Each line of a block becomes a block; within bold words and the like a new line is at least a space. */
function splitLines(block: Element): void {
  if (!BLOCKS.has(block.nodeName) && block.nodeName !== "BODY") {
    for (const line of block.querySelectorAll(":scope > br")) line.replaceWith(" ");
    return;
  }
  let line: Element | null = null;
  const lines: Element[] = [];
  for (const node of [...block.childNodes]) {
    if (node.nodeName === "BR") line = null;
    else {
      if (!line) {
        line =
          block.nodeName === "BODY"
            ? block.ownerDocument.createElement("div")
            : (block.cloneNode() as Element);
        lines.push(line);
      }
      line.append(node);
    }
  }
  if (block.nodeName === "BODY") block.replaceChildren(...lines);
  else block.replaceWith(...lines);
}

function contentOfRow(row: HTMLTableRowElement): Node[] {
  const [first, ...more] = [...row.cells];
  if (!first) return [];
  const paragraph = row.ownerDocument.createElement(more.length > 0 ? "p" : "div");
  if (more.length === 0) paragraph.append(...first.childNodes);
  else paragraph.textContent = [first, ...more].map(textOf).join(BETWEEN_CELLS).trim();
  return [paragraph];
}

function textOf(node: Node): string {
  return wordsIn(node).replace(/\s+/g, " ").trim();
}

function wordsIn(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? "";
  const inside = [...node.childNodes].map(wordsIn).join("");
  return BLOCKS.has(node.nodeName) ? `${inside} ` : inside;
}

/** What comes into a note from elsewhere, and the keys by which other programs begin a line. */
export const Pasting = Extension.create({
  name: "pasting",

  addKeyboardShortcuts() {
    return { "Shift-Enter": ({ editor }) => editor.commands.splitBlock() };
  },

  addProseMirrorPlugins() {
    return [new Plugin({ props: { transformPastedHTML: asParagraphs } })];
  },
});
