import { type InfiniteData, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, client } from "@/api/client";
import type { DeskItem, DeskPage } from "@/api/schema";
import { problemText } from "@/i18n/problems";
import type { DeskSearch } from "@/routes/desk";
import { toast } from "@/ui/toast";

const PAGE = 50;

/** What waits for the acting post, page after page. */
export function useDesk({ show, kind, sort }: DeskSearch) {
  return api.useInfiniteQuery(
    "get",
    "/api/v1/desk",
    { params: { query: { show: show ?? "all", sort: sort ?? "due", limit: PAGE, ...(kind && { kind }) } } },
    {
      pageParamName: "cursor",
      initialPageParam: null,
      getNextPageParam: (page: DeskPage) => page.next_cursor ?? undefined,
      refetchInterval: 60_000,
    },
  );
}

/** Files that left this post, or that it parked. */
export function useDeskFiles(scope: "sent" | "parked") {
  return api.useInfiniteQuery(
    "get",
    "/api/v1/files",
    { params: { query: { scope, limit: PAGE } } },
    {
      pageParamName: "cursor",
      initialPageParam: null,
      getNextPageParam: (page: { next_cursor: string | null }) => page.next_cursor ?? undefined,
    },
  );
}

/** Marks items as read: shown at once, and taken back when the server refuses. */
export function useMarkRead() {
  const queries = useQueryClient();
  const desk = {
    predicate: ({ queryKey }: { queryKey: readonly unknown[] }) => queryKey[1] === "/api/v1/desk",
  };
  return useMutation({
    mutationFn: (ids: string[]) => client.POST("/api/v1/desk/reads", { body: { ids } }),
    onMutate: async (ids) => {
      await queries.cancelQueries(desk);
      queries.setQueriesData<InfiniteData<DeskPage>>(desk, (data) => data && withRead(data, new Set(ids)));
    },
    onError: (error) => toast(problemText(error), "failed"),
    onSettled: () => queries.invalidateQueries(desk),
  });
}

function withRead(data: InfiniteData<DeskPage>, ids: Set<string>): InfiniteData<DeskPage> {
  if (!("pages" in data)) return data;
  const read = (item: DeskItem) => (ids.has(item.id) ? { ...item, unread: false } : item);
  return { ...data, pages: data.pages.map((page) => ({ ...page, items: page.items.map(read) })) };
}
