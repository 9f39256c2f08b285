import { describe, expect, it } from "vitest";
import type { NoteBody } from "../../editor/types";
import { appended, holds } from "./taking";

const say = (...texts: string[]): NoteBody => ({
  paragraphs: texts.map((text) => ({ dir: "ltr", spans: [{ text }] })),
});

describe("taking over what an assistant put up", () => {
  it("puts it after the own text, and knows it again there", () => {
    const both = appended(say("mine"), say("hers", "more of hers"));
    expect(both).toEqual(say("mine", "hers", "more of hers"));
    expect(holds(both, say("hers", "more of hers"))).toBe(true);
    expect(holds(say("hers"), say("hers"))).toBe(true);
  });

  it("does not know it any more once a word of it was changed, or something stands between", () => {
    expect(holds(say("mine", "hers, changed", "more of hers"), say("hers", "more of hers"))).toBe(false);
    expect(holds(say("hers", "mine", "more of hers"), say("hers", "more of hers"))).toBe(false);
    expect(holds(say(), say("hers"))).toBe(false);
  });
});
