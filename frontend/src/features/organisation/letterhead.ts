import type { Unit } from "@/api/schema";
import { maybeWords } from "./rules";

const FIELDS = ["place_en", "place_ur", "address_en", "address_ur", "phone", "email"] as const;

/** Where a unit is reached, as its letters say; what is empty is as in the nearest unit above that says it. */
export type Letterhead = Pick<Unit, (typeof FIELDS)[number]>;

const NOWHERE: Letterhead = {
  place_en: "",
  place_ur: "",
  address_en: "",
  address_ur: "",
  phone: "",
  email: "",
};

export const letterheadRules = () => ({
  place_en: maybeWords(60),
  place_ur: maybeWords(60),
  address_en: maybeWords(),
  address_ur: maybeWords(),
  phone: maybeWords(60),
  email: maybeWords(254),
});

export function letterheadOf(unit: Letterhead): Letterhead {
  const { place_en, place_ur, address_en, address_ur, phone, email } = unit;
  return { place_en, place_ur, address_en, address_ur, phone, email };
}

/** What the units above a unit say: printed where the unit itself says nothing. */
export function inherited(unit: Unit, units: Unit[]): Letterhead {
  const known = new Map(units.map((one) => [one.id, one]));
  const line: Unit[] = [];
  let above = known.get(unit.parent_id ?? "");
  while (above && !line.includes(above)) {
    line.push(above);
    above = known.get(above.parent_id ?? "");
  }
  const found = { ...NOWHERE };
  for (const field of FIELDS) found[field] = line.map((one) => one[field]).find(Boolean) ?? "";
  return found;
}
