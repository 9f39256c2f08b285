import { Extension } from "@tiptap/core";
import { type Node as DocumentNode, Fragment, type Schema, Slice } from "@tiptap/pm/model";
import { type EditorState, Plugin } from "@tiptap/pm/state";
import { isInTable } from "@tiptap/pm/tables";
import { nodesOf } from "../convert";
import { type Block, normalText, type Run } from "../text";
import { blocksOfHtml } from "./html";
import { blocksOfPlain, paragraphsOfPlain } from "./plain";

/** What comes into a letter from elsewhere. */
export const Inserting = Extension.create({
  name: "inserting",
  // Before the tables, which would take everything that is pasted into a cell.
  priority: 1000,

  addProseMirrorPlugins() {
    return [
      new Plugin({
        props: {
          // What was copied within the office's own editor has its form already.
          transformPastedHTML: (html) => (html.includes("data-pm-slice") ? html : htmlOf(blocksOfHtml(html))),
          clipboardTextParser: (text, $context, isPlain) =>
            sliceOf($context.doc.type.schema, isPlain ? paragraphsOfPlain(text) : blocksOfPlain(text)),
          handlePaste: (view, _, slice) => {
            const fitted = isInTable(view.state) ? forCell(slice) : forBlock(view.state, slice);
            if (!fitted) return false;
            view.dispatch(view.state.tr.replaceSelection(fitted).scrollIntoView().setMeta("paste", true));
            return true;
          },
        },
      }),
    ];
  },
});

function sliceOf(schema: Schema, blocks: readonly Block[]): Slice {
  const nodes = nodesOf(normalText({ blocks: [...blocks] }).blocks).map((node) => schema.nodeFromJSON(node));
  return Slice.maxOpen(Fragment.from(nodes));
}

/** In a cell everything becomes its lines; cells that are pasted into cells are left to the tables. */
function forCell(slice: Slice): Slice | null {
  if (slice.content.firstChild?.type.spec.tableRole && slice.content.childCount === 1) return null;
  const inline: DocumentNode[] = [];
  const add = (block: DocumentNode) => {
    const lineBreak = block.type.schema.nodes.hardBreak;
    if (inline.length > 0 && lineBreak) inline.push(lineBreak.create());
    block.forEach((node) => {
      inline.push(node);
    });
  };
  if (slice.content.firstChild?.isInline) return null;
  slice.content.descendants((node) => {
    if (node.isTextblock) add(node);
    return !node.isTextblock;
  });
  return new Slice(Fragment.from(inline), 0, 0);
}

/**
 * Only words go into the paragraph in which the cursor is. A block that has a form of its own keeps it: else the first
 * of several numbered paragraphs would lose its number.
 */
function forBlock({ selection }: EditorState, slice: Slice): Slice | null {
  const { firstChild, lastChild, childCount } = slice.content;
  if (selection.$from.depth !== 1 || !firstChild?.isBlock || !lastChild) return null;
  const isEmpty = selection.$from.parent.content.size === 0;
  if (childCount === 1 && isPlainParagraph(firstChild)) return null;
  const opens = (node: DocumentNode) => (isPlainParagraph(node) && !isEmpty ? 1 : 0);
  return new Slice(slice.content, opens(firstChild), opens(lastChild));
}

function isPlainParagraph({ type, attrs }: DocumentNode): boolean {
  return type.name === "paragraph" && !attrs.numbered && attrs.align === "start";
}

/** The blocks as the editor itself would copy them. */
export function htmlOf(blocks: readonly Block[]): string {
  const page = document.implementation.createHTMLDocument();
  page.body.append(...normalText({ blocks: [...blocks] }).blocks.map((block) => elementOf(page, block)));
  return page.body.innerHTML;
}

function elementOf(page: Document, block: Block): HTMLElement {
  const element = page.createElement(tagOf(block));
  switch (block.type) {
    case "paragraph":
      if (block.numbered) element.dataset.numbered = "";
      if (block.align) element.dataset.align = block.align;
      element.append(...wordsOf(page, block.content));
      break;
    case "heading":
      element.append(...wordsOf(page, block.content));
      break;
    case "list":
      element.dataset.list = block.style;
      for (const blocks of block.items) {
        const item = page.createElement("li");
        item.append(...blocks.map((inner) => elementOf(page, inner)));
        element.append(item);
      }
      break;
    case "table":
      if (block.header) element.dataset.header = "";
      for (const row of block.rows) {
        const line = page.createElement("tr");
        for (const { align, content } of row) {
          const cell = page.createElement("td");
          if (align) cell.dataset.align = align;
          cell.append(...wordsOf(page, content));
          line.append(cell);
        }
        element.append(line);
      }
  }
  return element;
}

function tagOf(block: Block): string {
  switch (block.type) {
    case "paragraph":
      return "p";
    case "heading":
      return `h${block.level}`;
    case "list":
      return block.style === "bullet" ? "ul" : "ol";
    case "table":
      return "table";
  }
}

const TAGS = [
  ["bold", "strong"],
  ["italic", "em"],
  ["underline", "u"],
] as const;

function wordsOf(page: Document, content: readonly Run[]): Node[] {
  return content.map((run) => {
    let node: Node = page.createElement("span");
    run.text.split("\n").forEach((line, index) => {
      if (index > 0) node.appendChild(page.createElement("br"));
      node.appendChild(page.createTextNode(line));
    });
    for (const [style, tag] of TAGS) {
      if (!run[style]) continue;
      const mark = page.createElement(tag);
      mark.append(node);
      node = mark;
    }
    return node;
  });
}
