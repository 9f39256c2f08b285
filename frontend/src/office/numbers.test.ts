import { describe, expect, it } from "vitest";
import { cutAt, numbersIn } from "./numbers";

const found = (text: string) => numbersIn(text).map(({ from, to }) => text.slice(from, to));

describe("numbersIn", () => {
  it.each([
    ["مورخہ 12-11-2026 ملاحظہ ہو", "12-11-2026"],
    ["مورخہ12/11/2026", "12/11/2026"],
    ["مورخہ ۱۲-۱۱-۲۰۲۶ کا مراسلہ", "۱۲-۱۱-۲۰۲۶"],
    ["مورخہ ١٢-١١-٢٠٢٦", "١٢-١١-٢٠٢٦"],
    ["صفحہ 12/C ملاحظہ ہو", "12/C"],
    ["صفحات 5-9/C.", "5-9/C"],
    ["مبلغ 1,200/- روپے", "1,200/-"],
    ["شرح 50-60% ہے۔", "50-60%"],
    ["قاعدہ 12(3)/2020 کے تحت", "12(3)/2020"],
    ["(12-11-2026)", "12-11-2026"],
  ])("finds the number in %s", (text, number) => {
    expect(found(text)).toEqual([number]);
  });

  it.each([
    "سال 2026 میں",
    "فائل F.3-27/2026 پر",
    "Section 12-A کے تحت",
    "dated 12-11-2026",
    "SO(D)/IRR/2-14/2026",
    "",
  ])("leaves %s alone", (text) => {
    expect(found(text)).toEqual([]);
  });

  it("looks at the last letter before each number", () => {
    expect(found("بجٹ 1-2، Grant 21-A کے تحت 3-4")).toEqual(["1-2", "3-4"]);
  });
});

describe("cutAt", () => {
  it("loses nothing", () => {
    const text = "مورخہ 12-11-2026 اور 13-11-2026";
    const pieces = cutAt(text, numbersIn(text));
    expect(pieces).toEqual(["مورخہ ", "12-11-2026", " اور ", "13-11-2026", ""]);
    expect(cutAt("", [])).toEqual([""]);
  });
});
