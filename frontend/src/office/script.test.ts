import { describe, expect, it } from "vitest";
import { languageOf } from "./script";

describe("languageOf", () => {
  it.each([
    ["Release of funds", "en"],
    ["فنڈز کا اجرا", "ur"],
    ["12/C ملاحظہ", "en"],
    ["2026 — ملاحظہ ہو p. 1/C", "ur"],
    ["۱۲", "ur"],
    ["", "en"],
  ])("%s is %s", (text, language) => {
    expect(languageOf(text)).toBe(language);
  });
});
