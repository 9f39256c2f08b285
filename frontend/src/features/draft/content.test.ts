import { describe, expect, it } from "vitest";
import type { Communication, File } from "@/api/schema";
import { moved } from "@/office/moved";
import { amendingContent, type Content, firstContent, fullContent, sameContent, upTo } from "./content";
import { changedFields, changedTexts } from "./differences";
import { idOf } from "./places";

const content: Content = fullContent({
  form: "letter",
  languages: "both",
  classification: "restricted",
  priority: "routine",
  subject: { en: "Release of funds", ur: "فنڈز کا اجرا" },
  addressees: [
    { kind: "outside", sort: "body", name: "The Accountant General", lines: ["Lahore"] },
    { kind: "post", post: "one" },
  ],
  text: { en: { blocks: [{ type: "paragraph", align: "start", content: [{ text: "Sir," }] }] } },
});

describe("what a draft says", () => {
  it("begins as its file is held, with its subject in the language of the subject", () => {
    const file = { classification: "confidential", priority: "immediate", subject: "x".repeat(400) } as File;
    const first = firstContent(file, "office_order", "ur");
    expect(first).toMatchObject({ form: "office_order", languages: "ur", classification: "confidential" });
    expect(first.priority).toBe("immediate");
    expect(first.subject).toEqual({ en: "", ur: "x".repeat(300) });
  });

  it("goes to the same readers where it does something to an earlier issue, with words of its own", () => {
    const file = { classification: "secret", priority: "immediate", subject: "Another" } as File;
    const earlier = { content: { ...content, signatory: "me" }, issue: { id: "issue" } } as Communication;
    const next = amendingContent(file, "office_memorandum", earlier, "supersession");
    expect(next).toMatchObject({ form: "office_memorandum", classification: "restricted", signatory: "me" });
    expect([next.addressees, next.subject]).toEqual([content.addressees, content.subject]);
    expect(next.amends).toEqual({ issue: "issue", how: "supersession" });
    expect(next.text.en.blocks).toEqual([]);
    expect(sameContent(next, { ...next, amends: null })).toBe(false);
    expect(changedFields({ ...next, amends: null }, next)).toEqual(["amends"]);
  });

  it("is the same as the office keeps it: without needless spaces, letters in one form", () => {
    const asKept: Content = {
      ...content,
      subject: { en: "  Release  of funds ", ur: content.subject.ur },
      addressees: [
        {
          kind: "outside",
          sort: "body",
          name: " The Accountant General",
          lines: [" Lahore", " "],
          email: " ",
        },
        { kind: "post", post: "one" },
      ],
      text: {
        ...content.text,
        en: { blocks: [{ type: "paragraph", content: [{ text: "S" }, { text: "ir," }, { text: "" }] }] },
      },
    };
    expect(sameContent(content, asKept)).toBe(true);
    expect(sameContent(content, { ...content, signatory: "one" })).toBe(false);
    expect(sameContent(content, { ...content, addressees: content.addressees.toReversed() })).toBe(false);
    const composed = { ...content, subject: { en: "Caf\u00e9", ur: "" } };
    expect(sameContent(composed, { ...content, subject: { en: "Cafe\u0301", ur: "" } })).toBe(true);
  });

  it("is not held more closely than its file", () => {
    expect(upTo("confidential")).toEqual(["unclassified", "restricted", "confidential"]);
  });

  it("moves an entry by one place, and never out of the list", () => {
    expect(moved(["a", "b", "c"], 2, -1)).toEqual(["a", "c", "b"]);
    expect(moved(["a", "b", "c"], 0, 1)).toEqual(["b", "a", "c"]);
    expect(moved(["a", "b"], 1, 1)).toEqual(["a", "b"]);
  });
});

describe("what differs between two texts", () => {
  it("is named field by field, in the order of the page", () => {
    const later: Content = {
      ...content,
      form: "office_memorandum",
      addressees: content.addressees.slice(1),
      enclosures: [{ title: "Statement", document: "paper" }],
      signatory: "one",
      subject: { ...content.subject, ur: "اجرا" },
      text: { en: { blocks: [] }, ur: content.text.ur },
    };
    expect(changedFields(content, later)).toEqual([
      "form",
      "addressees",
      "subject_ur",
      "enclosures",
      "signatory",
    ]);
    expect(changedTexts(content, later)).toEqual(["en"]);
    expect(changedFields(content, { ...content })).toEqual([]);
    expect(changedTexts(content, { ...content })).toEqual([]);
  });
});

it("what the office complains about has its place on the page", () => {
  expect(idOf("/content/subject/ur")).toBe("draft-subject-ur");
  expect(idOf("/content/addressees/0")).toBe("draft-addressees-0");
});
