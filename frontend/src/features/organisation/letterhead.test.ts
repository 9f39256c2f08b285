import { describe, expect, it } from "vitest";
import type { Unit } from "@/api/schema";
import { inherited } from "./letterhead";

const unit = (id: string, parent_id: string | null, letterhead: Partial<Unit>) =>
  ({
    id,
    parent_id,
    place_en: "",
    place_ur: "",
    address_en: "",
    address_ur: "",
    phone: "",
    email: "",
    ...letterhead,
  }) as Unit;

describe("a letterhead", () => {
  const top = unit("top", null, { place_en: "Lahore", place_ur: "لاہور", phone: "1" });
  const middle = unit("middle", "top", { phone: "2" });
  const section = unit("section", "middle", { phone: "3" });

  it("shows what the nearest unit above says, not what the unit itself says", () => {
    const above = inherited(section, [section, top, middle]);
    expect(above).toMatchObject({ place_en: "Lahore", place_ur: "لاہور", phone: "2", email: "" });
    expect(inherited(top, [top])).toMatchObject({ place_en: "", phone: "" });
  });

  it("ends where units lie below each other in a circle", () => {
    const one = unit("one", "two", {});
    const two = unit("two", "one", { email: "a@b.pk" });
    expect(inherited(one, [one, two]).email).toBe("a@b.pk");
  });
});
