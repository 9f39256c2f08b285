import { describe, expect, it } from "vitest";
import { requestOf } from "./sheets";

describe("request of an import", () => {
  it("holds only the tables that were chosen", async () => {
    expect(await requestOf({ posts: new File(["code\n"], "p.csv") }, true)).toEqual({
      dry_run: true,
      posts_csv: "code\n",
    });
  });
});
