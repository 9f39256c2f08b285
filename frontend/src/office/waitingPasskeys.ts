import { api } from "@/api/client";
import type { PasskeyState } from "@/api/schema";

/** Passkeys of everybody in one state, the oldest first; page by page. */
export function usePasskeys(state: PasskeyState, enabled = true) {
  return api.useInfiniteQuery(
    "get",
    "/api/v1/passkeys",
    { params: { query: { state, limit: 50 } } },
    {
      enabled,
      pageParamName: "cursor",
      initialPageParam: null,
      getNextPageParam: (page: { next_cursor: string | null }) => page.next_cursor ?? undefined,
    },
  );
}

/** How many passkeys wait for an administrator, as far as one page tells: new ones and suspected ones. */
export function useWaitingPasskeys(enabled: boolean): string | null {
  const pending = usePasskeys("pending", enabled);
  const suspected = usePasskeys("suspected", enabled);
  const pages = [pending, suspected].flatMap(({ data }) => data?.pages ?? []);
  const count = pages.reduce((sum, page) => sum + page.items.length, 0);
  if (count === 0) return null;
  return pages.some((page) => page.next_cursor) ? `${count}+` : String(count);
}
