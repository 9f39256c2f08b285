import { expect, test } from "vitest";
import { givenName } from "./download";

test("a file is saved under the name that the server gives it", () => {
  expect(givenName('attachment; filename="F.8-2-2026-14.pdf"')).toBe("F.8-2-2026-14.pdf");
  const urdu = `attachment; filename="____.pdf"; filename*=UTF-8''${encodeURIComponent("مراسلہ.pdf")}`;
  expect(givenName(urdu)).toBe("مراسلہ.pdf");
  expect(givenName("attachment")).toBe("document");
});
