import { useQuery } from "@tanstack/react-query";
import { api, bodyOf, client } from "@/api/client";
import type { LedgerCheckpointPage, LedgerEntryPage, LedgerEvidence, LedgerVerification } from "@/api/schema";
import type { LedgerSearch } from "@/routes/ledger";

export function useLedger({ module, kind, subject, digest, from, to }: LedgerSearch) {
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
          ...(digest && { digest }),
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

export const statusQuery = () => api.queryOptions("get", "/api/v1/ledger/status");

export const useStatus = () => useQuery(statusQuery());

export function useCheckpoints() {
  return api.useInfiniteQuery(
    "get",
    "/api/v1/ledger/checkpoints",
    { params: { query: { limit: 20 } } },
    {
      pageParamName: "cursor",
      initialPageParam: null,
      getNextPageParam: (page: LedgerCheckpointPage) => page.next_cursor ?? undefined,
    },
  );
}

/** A check that has not ended. */
export const isOpen = ({ state }: LedgerVerification): boolean => state === "waiting" || state === "running";

/** The latest runs of the office's own check; one that is under way is watched. */
export function useVerifications() {
  return api.useQuery(
    "get",
    "/api/v1/ledger/verifications",
    { params: { query: { limit: 10 } } },
    { refetchInterval: ({ state }) => (state.data?.items.some(isOpen) ? 1000 : false) },
  );
}

/** The bundle that proves an entry, fresh from the server. */
export const readEvidence = (id: string): Promise<LedgerEvidence> =>
  bodyOf(client.GET("/api/v1/ledger/entries/{id}/evidence", { params: { path: { id } } }));

/** The proof, in base64, that the ledger of one size begins with that of another. */
export async function readConsistency(from: number, to: number): Promise<string[]> {
  const answer = await bodyOf(client.GET("/api/v1/ledger/consistency", { params: { query: { from, to } } }));
  return answer.proof;
}
