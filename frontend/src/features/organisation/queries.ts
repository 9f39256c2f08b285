import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api, bodyOf, client } from "@/api/client";
import type { Unit } from "@/api/schema";

/** Every unit: the tree is drawn and searched here, so all pages are read at once. */
async function fetchUnits(signal: AbortSignal, closed: boolean): Promise<Unit[]> {
  const units: Unit[] = [];
  let cursor: string | undefined;
  do {
    const query = { limit: 1000, include_closed: closed, ...(cursor && { cursor }) };
    const page = await bodyOf(client.GET("/api/v1/units", { params: { query }, signal }));
    units.push(...page.items);
    cursor = page.next_cursor ?? undefined;
  } while (cursor);
  return units;
}

export function useUnits(closed: boolean) {
  return useQuery({
    queryKey: ["get", "/api/v1/units", "tree", closed],
    queryFn: ({ signal }) => fetchUnits(signal, closed),
  });
}

export function usePosts(unitId: string, abolished: boolean) {
  return api.useQuery("get", "/api/v1/posts", {
    params: { query: { unit_id: unitId, include_abolished: abolished, limit: 100 } },
  });
}

export function useHeads(unitId: string) {
  return api.useQuery("get", "/api/v1/units/{id}/heads", { params: { path: { id: unitId } } });
}

export function usePost(id: string) {
  return api.useQuery("get", "/api/v1/posts/{id}", { params: { path: { id } } });
}

export function useCharges(postId: string) {
  return api.useQuery("get", "/api/v1/posts/{id}/charges", { params: { path: { id: postId } } });
}

export function usePersons(query: string, active: boolean | undefined) {
  return api.useInfiniteQuery(
    "get",
    "/api/v1/persons",
    { params: { query: { limit: 50, ...(query && { query }), ...(active !== undefined && { active }) } } },
    {
      // While one types, what was found before stays.
      placeholderData: keepPreviousData,
      pageParamName: "cursor",
      initialPageParam: null,
      getNextPageParam: (page: { next_cursor: string | null }) => page.next_cursor ?? undefined,
    },
  );
}
