import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, client } from "@/api/client";
import { idempotencyKey } from "@/api/headers";
import { isProblem, ProblemError } from "@/api/problem";
import type { DelegationPage, GiveDelegation } from "@/api/schema";
import { problemText } from "@/i18n/problems";
import { toast } from "@/ui/toast";

const PAGE = 20;

/** Who assists, will or did at the acting post, the latest first. */
export function useDelegations() {
  return api.useInfiniteQuery(
    "get",
    "/api/v1/delegations",
    { params: { query: { limit: PAGE } } },
    {
      pageParamName: "cursor",
      initialPageParam: null,
      getNextPageParam: (page: DelegationPage) => page.next_cursor ?? undefined,
    },
  );
}

export function useRefreshDelegations(): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ["get", "/api/v1/delegations"] });
}

/** These refuse the person who was chosen, whatever else the form says. */
const OF_THE_PERSON = ["already-assisting", "person-deactivated", "sides-conflict"];

/** Lets somebody assist at the acting post; a refusal of the person stands with the person. */
export async function giveDelegation(body: GiveDelegation, key: string): Promise<void> {
  try {
    await client.POST("/api/v1/delegations", { params: { header: { "Idempotency-Key": key } }, body });
  } catch (error) {
    if (!isProblem(error, ...OF_THE_PERSON)) throw error;
    const { status, code } = error;
    const field = { pointer: "/person_id", code, message: problemText(error) };
    throw new ProblemError({ type: "about:blank", title: error.message, status, code, errors: [field] });
  }
}

/** Ends a delegation, whoever's of the two; says why when it is refused, and reads again how it stands. */
export function useEndDelegation(onEnded: () => Promise<void>) {
  const refresh = useRefreshDelegations();
  return useMutation({
    mutationFn: (id: string) =>
      client.DELETE("/api/v1/delegations/{id}", {
        params: { path: { id }, header: { "Idempotency-Key": idempotencyKey() } },
      }),
    onSuccess: onEnded,
    onError: async (error) => {
      toast(problemText(error), "failed");
      await refresh();
    },
  });
}
