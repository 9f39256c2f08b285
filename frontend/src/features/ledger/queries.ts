import { api } from "@/api/client";
import type { LedgerEntryPage } from "@/api/schema";
import type { LedgerSearch } from "@/routes/ledger";

/** Modules that write to the ledger; the names are those of the record itself. */
export const MODULES = ["identity", "organisation", "correspondence", "filing", "drafting", "desk"];

/** The first moment of a day in the office's zone, which knows no summer time. */
function startOf(day: string): string {
  return new Date(`${day}T00:00:00+05:00`).toISOString();
}

function endOf(day: string): string {
  return new Date(Date.parse(startOf(day)) + 86_400_000).toISOString();
}

export function useLedger({ module, kind, subject, from, to }: LedgerSearch) {
  return api.useInfiniteQuery(
    "get",
    "/api/v1/ledger/entries",
    {
      params: {
        query: {
          limit: 50,
          ...(module && { module }),
          ...(kind && { kind }),
          ...(subject && { subject_id: subject }),
          ...(from && { from: startOf(from) }),
          ...(to && { to: endOf(to) }),
        },
      },
    },
    {
      pageParamName: "cursor",
      initialPageParam: null,
      getNextPageParam: (page: LedgerEntryPage) => page.next_cursor ?? undefined,
    },
  );
}
