import type { JSONContent } from "@tiptap/core";
import {
  type Align,
  type Block,
  type Cell,
  LIST_STYLES,
  type ListStyle,
  normalLevel,
  normalText,
  type Run,
  STYLES,
  type Text,
} from "./text";

type Mark = NonNullable<JSONContent["marks"]>[number];

/** A text as the editor's document; a text without words is one empty paragraph. */
export function toEditor(text: Text): JSONContent {
  const content = nodesOf(normalText(text).blocks);
  return { type: "doc", content: content.length > 0 ? content : nodesOf([EMPTY_PARAGRAPH]) };
}

/** The editor's document as a text. What the text has no form for becomes paragraphs: no word is lost. */
export function fromEditor(document: JSONContent): Text {
  return normalText({ blocks: blocksFrom(document.content) });
}

const EMPTY_PARAGRAPH: Block = { type: "paragraph", content: [] };

export function nodesOf(blocks: readonly Block[]): JSONContent[] {
  return blocks.map(nodeOf);
}

function nodeOf(block: Block): JSONContent {
  switch (block.type) {
    case "paragraph": {
      const { numbered = false, align = "start", content } = block;
      return { type: "paragraph", attrs: { numbered, align }, content: inlineOf(content) };
    }
    case "heading":
      return { type: "heading", attrs: { level: block.level }, content: inlineOf(block.content) };
    case "list":
      return {
        type: "list",
        attrs: { style: block.style },
        content: block.items.map((item) => ({ type: "listItem", content: nodesOf(item) })),
      };
    case "table":
      return {
        type: "table",
        attrs: { header: block.header ?? false },
        content: block.rows.map((row) => ({ type: "tableRow", content: row.map(cellNode) })),
      };
  }
}

function cellNode({ align = "start", content }: Cell): JSONContent {
  return { type: "tableCell", attrs: { align }, content: inlineOf(content) };
}

function inlineOf(content: readonly Run[]): JSONContent[] {
  return content.flatMap((run) => {
    const types = STYLES.filter((style) => run[style]);
    const marks = types.length > 0 ? { marks: types.map((type) => ({ type })) } : {};
    const [first = "", ...more] = run.text.split("\n");
    const words = (text: string) => (text === "" ? [] : [{ type: "text", text, ...marks }]);
    return [...words(first), ...more.flatMap((line) => [{ type: "hardBreak", ...marks }, ...words(line)])];
  });
}

function blocksFrom(nodes: readonly JSONContent[] = []): Block[] {
  return nodes.flatMap(blockFrom);
}

function blockFrom(node: JSONContent): Block[] {
  const content = node.content ?? [];
  switch (node.type) {
    case "paragraph": {
      const { numbered, align } = node.attrs ?? {};
      return [
        {
          type: "paragraph",
          numbered: numbered === true,
          align: alignFrom(align),
          content: runsFrom(content),
        },
      ];
    }
    case "heading":
      return [{ type: "heading", level: normalLevel(node.attrs?.level), content: runsFrom(content) }];
    case "list": {
      const items = content.map((item) => blocksFrom(item.content));
      return [{ type: "list", style: styleFrom(node.attrs?.style), items }];
    }
    case "table": {
      const rows = content.map((row) => (row.content ?? []).map(cellFrom));
      return [{ type: "table", header: node.attrs?.header === true, rows }];
    }
    default:
      return foreign(node);
  }
}

function foreign(node: JSONContent): Block[] {
  if (node.content?.some((inner) => !isInline(inner))) return blocksFrom(node.content);
  const content = runsFrom(isInline(node) ? [node] : node.content);
  return content.length > 0 ? [{ type: "paragraph", content }] : [];
}

function isInline(node: JSONContent): boolean {
  return node.type === "text" || node.type === "hardBreak";
}

function cellFrom(node: JSONContent): Cell {
  return { align: alignFrom(node.attrs?.align), content: runsFrom(node.content) };
}

function runsFrom(nodes: readonly JSONContent[] = []): Run[] {
  return nodes.flatMap((node) => {
    if (node.content) return runsFrom(node.content);
    const run: Run = { text: node.type === "hardBreak" ? "\n" : (node.text ?? "") };
    for (const { type } of (node.marks ?? []) as Mark[]) {
      for (const style of STYLES) if (style === type) run[style] = true;
    }
    return [run];
  });
}

export function alignFrom(value: unknown): Align {
  return value === "centre" || value === "end" ? value : "start";
}

export function styleFrom(value: unknown): ListStyle {
  return LIST_STYLES.find((style) => style === value) ?? "bullet";
}
