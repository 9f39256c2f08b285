import { api } from "@/api/client";
import type { LedgerEntryPage } from "@/api/schema";
import type { LedgerSearch } from "@/routes/ledger";

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
          ...(from && { from }),
          ...(to && { to }),
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
