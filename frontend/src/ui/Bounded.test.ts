import { expect, it } from "vitest";
import { lettersOver } from "./Bounded";

it("counts letters as the server does, without the blanks around them", () => {
  expect(lettersOver("a".repeat(500), 500)).toBe(0);
  expect(lettersOver(`  ${"ب".repeat(500)}\n`, 500)).toBe(0);
  expect(lettersOver("a".repeat(680), 500)).toBe(180);
  // Outside the first plane a letter is two pieces for JavaScript.
  expect(lettersOver("𝒜".repeat(500), 500)).toBe(0);
});
