import { api } from "@/api/client";
import { download } from "@/office/download";
import { ALL_MODES, RECEIPT_STATES } from "@/office/labels";
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

const day = (value: unknown) => (typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : "");

/** An address may say anything; what is no filter of the register is left out. */
export function filtersOf(search: RegistrySearch): RegistrySearch {
  const from = day(search.from);
  const to = day(search.to);
  const state = RECEIPT_STATES.find((one) => one === search.state);
  const mode = ALL_MODES.find((one) => one === search.mode);
  const query = typeof search.query === "string" ? search.query.slice(0, 200) : "";
  return {
    ...(from && { from }),
    ...(to && { to }),
    ...(state && { state }),
    ...(mode && { mode }),
    ...(query && { query }),
  };
}
