import { describe, expect, it } from "vitest";
import { requestOf, wrongRows } from "./sheets";

describe("request of an import", () => {
  it("holds only the tables that were chosen", async () => {
    expect(await requestOf({ posts: new File(["code\n"], "p.csv") }, true)).toEqual({
      dry_run: true,
      posts_csv: "code\n",
    });
  });
});

describe("wrong rows", () => {
  it("counts a row with several mistakes once, and the same number in another table again", () => {
    const mistake = (sheet: "units" | "posts", row: number, column: string) => ({
      sheet,
      row,
      column,
      code: "required",
      message: "This is needed.",
    });
    const errors = [mistake("units", 3, "kind"), mistake("units", 3, "name_en"), mistake("posts", 3, "code")];
    expect(wrongRows(errors)).toBe(2);
  });
});
