import { api } from "@/api/client";
import type { DispatchSearch, IssueSearch } from "@/office/dispatch/search";

const PAGE = 50;

const paged = {
  pageParamName: "cursor",
  initialPageParam: null,
  getNextPageParam: (page: { next_cursor: string | null }) => page.next_cursor ?? undefined,
};

/** What goes out by the chosen filters; what is delivered inside moves on while one looks. */
export function useDispatches(search: DispatchSearch) {
  return api.useInfiniteQuery(
    "get",
    "/api/v1/dispatches",
    { params: { query: { ...search, limit: PAGE } } },
    { ...paged, refetchInterval: 30_000 },
  );
}

export function useIssues(search: IssueSearch) {
  return api.useInfiniteQuery(
    "get",
    "/api/v1/issues",
    { params: { query: { ...search, limit: PAGE } } },
    paged,
  );
}
