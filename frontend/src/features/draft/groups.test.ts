import { describe, expect, it } from "vitest";
import type { Addressee, AddressGroupMember } from "@/api/schema";
import { broughtBy } from "./groups";

const member = (kind: AddressGroupMember["kind"], id: string, more: object): AddressGroupMember => ({
  kind,
  id,
  gone: false,
  contact: null,
  post: null,
  unit: null,
  ...more,
});
const contact = (name: string, name_ur = "") => ({
  sort: "body",
  name,
  lines: ["Multan"],
  name_ur,
  lines_ur: name_ur ? ["ملتان"] : [],
  email: null,
});

describe("a group of the address book", () => {
  const members = [
    member("contact", "1", { contact: contact("The Deputy Commissioner", "ڈپٹی کمشنر") }),
    member("post", "2", { post: { id: "post" } }),
    member("unit", "3", { unit: { id: "unit" }, gone: true }),
    member("contact", "4", { contact: contact("The Commissioner") }),
    // Another entry of the same address.
    member("contact", "5", { contact: contact("The Commissioner") }),
  ];

  it("brings its members in their order, with their Urdu block", () => {
    const { added, there, gone, posts } = broughtBy(members, []);
    expect(added).toEqual([
      {
        kind: "outside",
        sort: "body",
        name: "The Deputy Commissioner",
        lines: ["Multan"],
        ur: { name: "ڈپٹی کمشنر", lines: ["ملتان"] },
      },
      { kind: "post", post: "post" },
      { kind: "outside", sort: "body", name: "The Commissioner", lines: ["Multan"] },
    ]);
    expect(there).toBe(1);
    expect(gone.map(({ id }) => id)).toEqual(["3"]);
    expect(posts).toHaveLength(1);
  });

  it("leaves out who is addressed already", () => {
    const present: Addressee[] = [
      { kind: "post", post: "post" },
      { kind: "outside", sort: "body", name: " The Commissioner ", lines: ["Multan"] },
    ];
    const { added, there } = broughtBy(members, present);
    expect(added).toHaveLength(1);
    expect(there).toBe(3);
  });
});
