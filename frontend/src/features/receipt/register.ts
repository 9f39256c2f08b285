import { api, officeFetch } from "@/api/client";
import { problemOf } from "@/api/problem";
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
      initialPageParam: undefined,
      getNextPageParam: (page: { next_cursor: string | null }) => page.next_cursor ?? undefined,
    },
  );
}

/** Saves the register with the same filters as a table for a spreadsheet. */
export async function downloadRegister(search: RegistrySearch): Promise<void> {
  const query = new URLSearchParams(Object.entries(search));
  const response = await officeFetch(new Request(`/api/v1/receipts/register.csv?${query}`));
  if (!response.ok) throw await problemOf(response);
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement("a");
  link.href = address;
  link.download = "diary-register.csv";
  link.click();
  // The browser reads the address after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
