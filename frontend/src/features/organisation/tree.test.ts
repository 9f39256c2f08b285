import { describe, expect, it } from "vitest";
import type { Unit } from "@/api/schema";
import { type Branch, pathTo, placesFor, search, treeOf } from "./tree";

const unit = (id: string, parent: string | null, name: string): Unit => ({
  id,
  parent_id: parent,
  kind: "section",
  code: id.toUpperCase(),
  name_en: name,
  name_ur: `اردو ${name}`,
  file_number_template: null,
  signs_with_passkeys: false,
  place_en: "",
  place_ur: "",
  address_en: "",
  address_ur: "",
  phone: "",
  email: "",
  closed_at: null,
  version: 1,
  posts: 0,
});
const units = [
  unit("gov", null, "Government"),
  unit("fin", "gov", "Finance"),
  unit("bud", "fin", "Budget"),
  unit("law", "gov", "Law"),
];
const ids = (branches: Branch[]): unknown[] => branches.map((one) => [one.unit.id, ids(one.children)]);

describe("tree of units", () => {
  it("puts each unit under its parent", () => {
    expect(ids(treeOf(units))).toEqual([
      [
        "gov",
        [
          ["fin", [["bud", []]]],
          ["law", []],
        ],
      ],
    ]);
  });

  it("keeps a unit whose parent is not listed", () => {
    expect(ids(treeOf(units.slice(2)))).toEqual([
      ["bud", []],
      ["law", []],
    ]);
  });

  it("finds by code and name in both scripts, with the way there", () => {
    expect(ids(search(treeOf(units), "budg"))).toEqual([["gov", [["fin", [["bud", []]]]]]]);
    expect(ids(search(treeOf(units), "اردو Law"))).toEqual([["gov", [["law", []]]]]);
    expect(ids(search(treeOf(units), "nothing"))).toEqual([]);
  });

  it("offers no place that would put a unit below itself, nor a closed one", () => {
    const closed = { ...unit("old", "gov", "Old"), closed_at: "2026-01-01T00:00:00Z" };
    expect(placesFor([...units, closed], "fin").map((one) => one.id)).toEqual(["gov", "law"]);
  });

  it("names the units above, from the top", () => {
    expect(pathTo(units, "bud").map((one) => one.id)).toEqual(["gov", "fin", "bud"]);
  });
});
