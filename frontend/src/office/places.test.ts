import { describe, expect, it } from "vitest";
import { findPlaces, names, placeAtEnd, placeText, readNumber } from "./places";

const page = (n: number) => ({ kind: "page", page: n });
const paragraph = (n: number) => ({ kind: "paragraph", paragraph: n });

describe("findPlaces", () => {
  it.each([
    ["PUC at p. 12/C refers", "p. 12/C", page(12)],
    ["see page 3/c", "page 3/c", page(3)],
    ["see P.7/C", "P.7/C", page(7)],
    ["annex at pp. 5-9/C.", "pp. 5-9/C", page(5)],
    ["as in para 5/N above", "para 5/N", paragraph(5)],
    ["paras 2–4/N", "paras 2–4/N", paragraph(2)],
    ["صفحہ ۱۲/سی ملاحظہ ہو", "صفحہ ۱۲/سی", page(12)],
    ["ص 4/C", "ص 4/C", page(4)],
    ["پیرا ۵/این", "پیرا ۵/این", paragraph(5)],
    ["پیرا 5/N", "پیرا 5/N", paragraph(5)],
  ])("finds the place in %s", (text, written, place) => {
    expect(findPlaces(text)).toEqual([{ index: text.indexOf(written), text: written, place }]);
  });

  it.each(["para 7 of F.3-1/2024", "p. 12/Company", "F.8-2/2026-Bud-I", "shop 12/C", "p. 0/C", "Rs 12/C"])(
    "leaves %s alone",
    (text) => {
      expect(findPlaces(text)).toEqual([]);
    },
  );

  it("finds several places in order", () => {
    expect(findPlaces("p. 1/C and para 2/N").map((m) => m.place)).toEqual([page(1), paragraph(2)]);
  });
});

describe("placeAtEnd", () => {
  it("answers only what was just typed", () => {
    expect(placeAtEnd("kindly see p. 12/C")?.place).toEqual(page(12));
    expect(placeAtEnd("kindly see p. 12/C ")).toBeNull();
  });
});

describe("numbers and text", () => {
  it("reads digits of all three scripts", () => {
    expect([readNumber("120"), readNumber("۱۲۰"), readNumber("١٢٠")]).toEqual([120, 120, 120]);
  });
  it("writes what it reads", () => {
    for (const text of ["p. 12/C", "para 5/N"]) {
      const found = findPlaces(text)[0];
      expect(found && placeText(found.place)).toBe(text);
    }
  });
});

describe("words that name a place", () => {
  it("do so in either script, and name no other place and nothing more", () => {
    const five = { kind: "paragraph", paragraph: 5 } as const;
    for (const text of ["para 5/N", "پیرا 5/N", " پیرا ۵/این"]) expect(names(text, five), text).toBe(true);
    for (const text of ["para 6/N", "p. 5/C", "para 5/N and para 5/N", "see para 5/N", "approved"]) {
      expect(names(text, five), text).toBe(false);
    }
  });
});
