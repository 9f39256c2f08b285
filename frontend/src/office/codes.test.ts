import { expect, it } from "vitest";
import { digitsOf, inGroups, isWhole } from "./codes";

it("reads a code as it was typed or pasted, also by an Urdu or Arabic keyboard", () => {
  expect(digitsOf("492 039")).toBe("492039");
  expect(digitsOf("۴۹۲۰۳۹")).toBe("492039");
  expect(digitsOf("٤٩٢٠٣٩")).toBe("492039");
  expect(digitsOf("code 4920391")).toBe("492039");
});

it("knows when all six digits are in", () => {
  expect(isWhole("49203")).toBe(false);
  expect(isWhole("492039")).toBe(true);
});

it("groups a secret for typing", () => {
  expect(inGroups("JBSWY3DPEH")).toBe("JBSW Y3DP EH");
});
