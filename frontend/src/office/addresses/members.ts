import { useQuery } from "@tanstack/react-query";
import { bodyOf, client } from "@/api/client";
import type { AddressGroupMember } from "@/api/schema";
import { nameOf, titleOf } from "@/i18n/format";
import { allPages } from "../allPages";
import { shownLines, shownName } from "./outside";

/** All members of a group, in their order; none is asked for without a group. */
export function useMembers(group: { id: string; version: number } | null) {
  return useQuery({
    queryKey: ["get", "/api/v1/address-groups", "members", group?.id, group?.version],
    queryFn: ({ signal }) =>
      allPages<AddressGroupMember>((last) =>
        bodyOf(
          client.GET("/api/v1/address-groups/{id}/members", {
            params: {
              path: { id: group?.id ?? "" },
              query: { limit: 500, ...(last && { cursor: last.cursor }) },
            },
            signal,
          }),
        ),
      ),
    enabled: group !== null,
  });
}

export const memberKey = ({ kind, id }: Pick<AddressGroupMember, "kind" | "id">) => `${kind} ${id}`;

/** What a member is called in the reader's language. */
export function memberName({ contact, post, unit }: AddressGroupMember): string {
  if (contact) return shownName(contact);
  if (post) return titleOf(post);
  return unit ? nameOf(unit) : "";
}

/** What tells members of one name apart. */
export function memberPlace({ contact, post }: AddressGroupMember): string {
  if (contact) return shownLines(contact).join(" · ");
  return post ? nameOf(post.unit) : "";
}
