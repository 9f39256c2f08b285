import { getSchema } from "@tiptap/core";
import { describe, expect, it } from "vitest";
import { generatedText } from "@/testing/generatedText";
import { fromEditor, toEditor } from "./convert";
import { letterExtensions } from "./extensions";
import {
  countCharacters,
  excessesOf,
  isBlankText,
  normalText,
  plain,
  runsOf,
  sameText,
  type Text,
} from "./text";

const TEXTS = Array.from({ length: 500 }, (_, seed) => generatedText(seed));
const schema = getSchema(letterExtensions());
const words = (text: Text) => plain(runsOf(text.blocks)).replaceAll("\r\n", "\n");

describe("a text and the editor's document", () => {
  it("the generated texts hold everything that a text can", () => {
    const all = JSON.stringify(TEXTS);
    for (const part of [
      "heading",
      "table",
      "list",
      '"header":true',
      '"numbered":true',
      '"roman"',
      '"centre"',
    ]) {
      expect(all).toContain(part);
    }
    expect(TEXTS.filter((text) => excessesOf(text).size > 0)).toEqual([]);
  });

  it("comes back as it went", () => {
    for (const text of TEXTS) expect(fromEditor(toEditor(text))).toEqual(normalText(text));
  });

  it("is a document that the editor takes and gives back unchanged", () => {
    for (const text of TEXTS) {
      const node = schema.nodeFromJSON(toEditor(text));
      node.check();
      expect(fromEditor(node.toJSON())).toEqual(normalText(text));
      expect(toEditor(fromEditor(node.toJSON()))).toEqual(toEditor(text));
    }
  });

  it("has one form, which says the same words", () => {
    for (const text of TEXTS) {
      const normal = normalText(text);
      expect(normalText(normal)).toEqual(normal);
      expect(words(normal)).toBe(words(text));
      expect(sameText(text, normal)).toBe(true);
    }
  });

  it("of nothing is one empty paragraph, and the other way round", () => {
    expect(toEditor({ blocks: [] }).content).toHaveLength(1);
    expect(fromEditor(toEditor({ blocks: [] }))).toEqual({ blocks: [] });
    const numbered: Text = { blocks: [{ type: "paragraph", numbered: true, align: "start", content: [] }] };
    expect(fromEditor(toEditor(numbered))).toEqual(numbered);
  });

  it("keeps the words of what has no form", () => {
    const text = (value: string, marks: { type: string }[] = []) => ({ type: "text", text: value, marks });
    const document = {
      type: "doc",
      content: [
        {
          type: "blockquote",
          content: [{ type: "paragraph", content: [text("quoted", [{ type: "code" }])] }],
        },
        { type: "codeBlock", content: [text("1 < 2")] },
        { type: "horizontalRule" },
        {
          type: "heading",
          attrs: { level: 9 },
          content: [text("deep", [{ type: "strike" }, { type: "bold" }])],
        },
      ],
    };
    expect(fromEditor(document)).toEqual({
      blocks: [
        { type: "paragraph", align: "start", content: [{ text: "quoted" }] },
        { type: "paragraph", align: "start", content: [{ text: "1 < 2" }] },
        { type: "heading", level: 3, content: [{ text: "deep", bold: true }] },
      ],
    });
  });

  it("has no form for anything else", () => {
    expect(Object.keys(schema.marks).sort()).toEqual(["bold", "italic", "underline"]);
    expect(Object.keys(schema.nodes).sort()).toEqual(
      [
        "doc",
        "hardBreak",
        "heading",
        "list",
        "listItem",
        "paragraph",
        "table",
        "tableCell",
        "tableRow",
        "text",
      ].sort(),
    );
  });
});

describe("the bounds of a text", () => {
  const paragraph = (text: string) => ({ type: "paragraph" as const, content: [{ text }] });
  const deep = (depth: number): Text["blocks"] =>
    depth === 0 ? [paragraph("x")] : [{ type: "list", style: "bullet", items: [deep(depth - 1)] }];
  const table = (rows: number, columns: number): Text => ({
    blocks: [
      { type: "table", rows: Array.from({ length: rows }, () => Array(columns).fill({ content: [] })) },
    ],
  });
  const over = (text: Text) => [...excessesOf(text)];

  it("are those of the office", () => {
    expect(over({ blocks: deep(3) })).toEqual([]);
    expect(over({ blocks: deep(4) })).toEqual(["depth"]);
    expect(over(table(500, 12))).toEqual([]);
    expect(over(table(501, 13))).toEqual(["rows", "columns"]);
    expect(over({ blocks: Array(5000).fill(paragraph("x")) })).toEqual([]);
    expect(over({ blocks: Array(5001).fill(paragraph("x")) })).toEqual(["blocks"]);
    expect(over({ blocks: [paragraph("x".repeat(200_000))] })).toEqual([]);
    expect(over({ blocks: [paragraph("x".repeat(200_001))] })).toEqual(["characters"]);
  });

  it("count characters, not what a computer needs for them", () => {
    expect(countCharacters({ blocks: [paragraph("a😀\nب")] })).toBe(4);
    expect(isBlankText({ blocks: [paragraph(" \u00A0\n")] })).toBe(true);
  });
});
