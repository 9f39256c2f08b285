import { describe, expect, it } from "vitest";
import { type Block, normalText } from "../text";
import { blocksOfPlain, paragraphsOfPlain } from "./plain";

const read = (text: string) => normalText({ blocks: blocksOfPlain(text) }).blocks;
const p = (text: string, numbered = false): Block => ({
  type: "paragraph",
  ...(numbered && { numbered }),
  align: "start",
  content: [{ text }],
});

describe("a plain text", () => {
  it("has a paragraph for all that lies between blank lines", () => {
    expect(read("One\r\ntwo\r\n\r\n \r\nThree\u202E")).toEqual([p("One\ntwo"), p("Three")]);
    expect(read(" \n\n ")).toEqual([]);
  });

  it("that counts from 1 has numbered paragraphs, with their lists between", () => {
    expect(
      read("Sir,\n\n1. First\nof all\n\n2. Second:\n(a) x\n(b) y\n(i) yy\n(ii) zz\n(c) z\n\n3. Third"),
    ).toEqual([
      p("Sir,"),
      p("First\nof all", true),
      p("Second:", true),
      {
        type: "list",
        style: "alpha",
        items: [
          [p("x")],
          [p("y"), { type: "list", style: "roman", items: [[p("yy")], [p("zz")]] }],
          [p("z")],
        ],
      },
      p("Third", true),
    ]);
  });

  it("keeps as words what is not counted one by one", () => {
    for (const text of [
      "1. alone",
      "2. Second",
      "(a) alone",
      "- one dash",
      "12. 11. 2026",
      "e.g. this",
      "Rs. 500",
    ]) {
      expect(read(`${text}\n\nafter`)).toEqual([p(text), p("after")]);
    }
    expect(read("2. Second\n3. Third")).toEqual([p("2. Second"), p("3. Third")]);
    expect(read("(a) x\n(c) z")).toEqual([p("(a) x"), p("(c) z")]);
  });

  it("knows (i) of letters from (i) of Rome", () => {
    const letters = read("abcdefghij".replace(/./g, (letter) => `(${letter}) x\n`));
    expect(letters).toHaveLength(1);
    expect(letters[0]).toMatchObject({ style: "alpha", items: { length: 10 } });
    expect(read("i. x\nii. y")[0]).toMatchObject({ style: "roman", items: { length: 2 } });
  });

  it("counts in Urdu too", () => {
    expect(read("۱۔ پہلا\n۲۔ دوسرا")).toEqual([p("پہلا", true), p("دوسرا", true)]);
    expect(read("(الف) ایک\n(ب) دو\n(ج) تین")[0]).toMatchObject({ style: "alpha", items: { length: 3 } });
    expect(read("• ایک\n• دو")[0]).toMatchObject({ style: "bullet", items: { length: 2 } });
    expect(read("(1) ایک\n(2) دو")[0]).toMatchObject({ style: "decimal", items: { length: 2 } });
  });

  it("that is asked for without form is words alone", () => {
    expect(paragraphsOfPlain("1. a\n2. b\n\nc")).toEqual([
      { type: "paragraph", content: [{ text: "1. a\n2. b" }] },
      { type: "paragraph", content: [{ text: "c" }] },
    ]);
  });
});
