import { describe, expect, it } from "vitest";
import { meantBy, type PickerOption } from "./picking";

const option = (key: string, text: string, names: string[] = []): PickerOption<string> => ({
  key,
  text,
  names,
  content: text,
  item: key,
});

const SECRETARY = option("1", "Secretary Finance · Ayesha Khan", ["Secretary Finance", "سیکرٹری خزانہ"]);
const SPECIAL = option("2", "Special Secretary Finance · Bilal Ahmad", ["Special Secretary Finance"]);

describe("meantBy", () => {
  it("takes the one entry of this name, in either language", () => {
    expect(meantBy("secretary  finance ", [SECRETARY, SPECIAL])).toBe(SECRETARY);
    expect(meantBy("سیکرٹری خزانہ", [SPECIAL, SECRETARY])).toBe(SECRETARY);
    expect(meantBy("Special Secretary Finance · Bilal Ahmad", [SECRETARY, SPECIAL])).toBe(SPECIAL);
  });

  it("takes the only entry that was found", () => {
    expect(meantBy("bilal", [SPECIAL])).toBe(SPECIAL);
  });

  it("does not choose among several", () => {
    expect(meantBy("Secretary", [SECRETARY, SPECIAL])).toBeNull();
    const twins = [option("1", "Section Officer"), option("2", "Section Officer")];
    expect(meantBy("Section Officer", twins)).toBeNull();
    expect(meantBy("Canal", [])).toBeNull();
  });
});
