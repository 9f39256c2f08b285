import { expect, test } from "vitest";
import { compare } from "./compare";

test("lines that went and came are told, in their order", () => {
  const told = compare("a\nb\nc", "a\nx\nc\nd").map(({ side, text }) => `${side}:${text}`);
  expect(told).toEqual(["both:a", "old:b", "new:x", "both:c", "new:d"]);
});

test("two equal texts have nothing that went or came", () => {
  expect(compare("a\nb", "a\nb").every(({ side }) => side === "both")).toBe(true);
});
