import { describe, expect, it } from "vitest";
import { requestOf } from "./sheets";

describe("request of an import", () => {
  it("holds only the tables that were chosen", () => {
    expect(requestOf({ posts: { name: "p.csv", text: "code\n" } }, true)).toEqual({
      dry_run: true,
      posts_csv: "code\n",
    });
  });
});
