import { api } from "@/api/client";
import { download } from "@/office/download";
import type { RegistrySearch } from "@/routes/registry";

const PAGE = 50;

/** The diary register by the chosen filters, newest first. */
export function useRegister(search: RegistrySearch) {
  return api.useInfiniteQuery(
    "get",
    "/api/v1/receipts",
    { params: { query: { ...search, limit: PAGE } } },
    {
      pageParamName: "cursor",
      initialPageParam: null,
      getNextPageParam: (page: { next_cursor: string | null }) => page.next_cursor ?? undefined,
    },
  );
}

/** Saves the register with the same filters as a table for a spreadsheet. */
export function downloadRegister(search: RegistrySearch): Promise<void> {
  const query = new URLSearchParams(Object.entries(search));
  return download(`/api/v1/receipts/register.csv?${query}`, "diary-register.csv");
}
