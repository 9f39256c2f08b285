import type { Addressee, AddressGroupMember, PostRef, UnitRef } from "@/api/schema";
import { addresseeOf } from "@/office/addresses/outside";
import { addresseeKey } from "./content";

/** What a group brings to those who are addressed already. */
export interface Brought {
  added: Addressee[];
  /** So many were there already. */
  there: number;
  /** Nothing is sent to these any more. */
  gone: AddressGroupMember[];
  posts: PostRef[];
  units: UnitRef[];
}

/** The members of a group as addressees, in their order; who is there already or gone is left out. */
export function broughtBy(members: AddressGroupMember[], present: Addressee[]): Brought {
  const known = new Set(present.map(addresseeKey));
  const brought: Brought = { added: [], there: 0, gone: [], posts: [], units: [] };
  for (const member of members) {
    const addressee = addresseeFor(member);
    if (member.gone || !addressee) brought.gone.push(member);
    else if (known.has(addresseeKey(addressee))) brought.there += 1;
    else {
      known.add(addresseeKey(addressee));
      brought.added.push(addressee);
      if (member.post) brought.posts.push(member.post);
      if (member.unit) brought.units.push(member.unit);
    }
  }
  return brought;
}

function addresseeFor({ contact, post, unit }: AddressGroupMember): Addressee | null {
  if (contact) return addresseeOf(contact);
  if (post) return { kind: "post", post: post.id };
  return unit ? { kind: "unit", unit: unit.id } : null;
}
