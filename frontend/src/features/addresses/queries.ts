import { keepPreviousData, useQueryClient } from "@tanstack/react-query";
import { api } from "@/api/client";

const PAGES = {
  // While one types, what was found before stays.
  placeholderData: keepPreviousData,
  pageParamName: "cursor",
  initialPageParam: null,
  getNextPageParam: (page: { next_cursor: string | null }) => page.next_cursor ?? undefined,
} as const;

export interface Wanted {
  query: string;
  deactivated: boolean;
}

const queryOf = ({ query, deactivated }: Wanted) => ({
  limit: 50,
  ...(query && { query }),
  ...(deactivated && { include_deactivated: true }),
});

export function useContacts(wanted: Wanted) {
  return api.useInfiniteQuery("get", "/api/v1/contacts", { params: { query: queryOf(wanted) } }, PAGES);
}

export function useGroups(wanted: Wanted) {
  return api.useInfiniteQuery("get", "/api/v1/address-groups", { params: { query: queryOf(wanted) } }, PAGES);
}

/** Reads again what a change of the address book may have touched. */
export function useRefreshAddresses(): () => Promise<void> {
  const queries = useQueryClient();
  return () =>
    queries.invalidateQueries({
      predicate: ({ queryKey }) => /^\/api\/v1\/(contacts|address-groups)/.test(String(queryKey[1] ?? "")),
    });
}
