import { describe, expect, it } from "vitest";
import { bodyFromDocument, documentFromBody, isEmptyBody, plainText, sameBody } from "./body";
import type { NoteBody } from "./types";

const body: NoteBody = {
  paragraphs: [
    {
      dir: "auto",
      spans: [
        { text: "PUC at " },
        { text: "p. 12/C", reference: { flag: "A", target: { kind: "page", page: 12 } } },
        { text: " is a request for " },
        { text: "release of funds", bold: true, italic: true },
        { text: "." },
      ],
    },
    {
      dir: "rtl",
      spans: [
        { text: "پیرا ۵/این", reference: { target: { kind: "paragraph", paragraph: 5 } }, underline: true },
        { text: " ملاحظہ ہو۔" },
      ],
    },
    {
      dir: "ltr",
      spans: [
        { text: "F.3-1/2024", reference: { target: { kind: "file", file_id: "0190-file" } } },
        { text: " and " },
        { text: "rule 42(c)", reference: { target: { kind: "rule", text: "PPRA Rules 2004, 42(c)" } } },
      ],
    },
  ],
};

describe("note body and editor document", () => {
  it("comes back as it went", () => {
    expect(bodyFromDocument(documentFromBody(body))).toEqual(body);
  });

  it("keeps the document through the body", () => {
    const document = documentFromBody(body);
    expect(documentFromBody(bodyFromDocument(document))).toEqual(document);
  });

  it("drops empty paragraphs and joins equal neighbours", () => {
    const document = {
      type: "doc",
      content: [
        { type: "paragraph", attrs: { dir: "auto" } },
        {
          type: "paragraph",
          attrs: { dir: "rtl" },
          content: [
            { type: "text", text: "  one " },
            { type: "text", text: "two", marks: [] },
            { type: "text", text: "  " },
          ],
        },
        { type: "paragraph", content: [{ type: "text", text: "   " }] },
      ],
    };
    expect(bodyFromDocument(document)).toEqual({
      paragraphs: [{ dir: "rtl", spans: [{ text: "one two" }] }],
    });
  });

  it("reads an unknown direction as auto and ignores foreign marks", () => {
    const document = {
      type: "doc",
      content: [
        {
          type: "paragraph",
          attrs: { dir: "sideways" },
          content: [{ type: "text", text: "x", marks: [{ type: "strike" }, { type: "bold" }] }],
        },
      ],
    };
    expect(bodyFromDocument(document)).toEqual({
      paragraphs: [{ dir: "auto", spans: [{ text: "x", bold: true }] }],
    });
  });

  it("makes one empty paragraph of nothing", () => {
    const empty = documentFromBody({ paragraphs: [] });
    expect(empty.content).toHaveLength(1);
    expect(isEmptyBody(bodyFromDocument(empty))).toBe(true);
  });

  it("compares what is said, not how the object is written", () => {
    const first = body.paragraphs[0];
    if (!first) throw new Error("the sample has paragraphs");
    const split: NoteBody = {
      paragraphs: [{ dir: "auto", spans: [{ text: "PUC " }, { text: "at " }, ...first.spans.slice(1)] }],
    };
    expect(sameBody({ paragraphs: [first] }, split)).toBe(true);
    expect(sameBody(body, split)).toBe(false);
  });

  it("gives the words alone", () => {
    expect(plainText({ paragraphs: [{ dir: "auto", spans: [{ text: "a" }, { text: "b" }] }] })).toBe("ab");
  });
});
