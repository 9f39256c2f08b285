import { type QueryClient, queryOptions, useQuery } from "@tanstack/react-query";
import { api, bodyOf, client } from "@/api/client";
import { isProblem } from "@/api/problem";
import type { ChannelItem, DeskItem, DraftNote, Note } from "@/api/schema";
import { allPages } from "@/office/allPages";

const LIMIT = 100;

/** What others do with a draft is seen as soon as this, without the reader's asking. */
const WATCH_MS = 20_000;

/** Not after a refusal, which would only be repeated, and stands in the access log each time. */
const watching = ({ state }: { state: { error: unknown } }) => (state.error ? false : WATCH_MS);

/** All notes of a file, oldest first. */
export const notesQuery = (id: string) =>
  queryOptions<Note[]>({
    queryKey: ["get", "/api/v1/files/{id}/notes", id],
    queryFn: ({ signal }) =>
      allPages<Note>((last) =>
        bodyOf(
          client.GET("/api/v1/files/{id}/notes", {
            params: {
              path: { id },
              query: { limit: LIMIT, ...(last ? { after_ordinal: last.item.ordinal } : {}) },
            },
            signal,
          }),
        ),
      ),
  });

/** The digest of the last note that the page shows; `undefined` while it has not read them. */
export function lastDigest(queries: QueryClient, id: string): string | null | undefined {
  const notes = queries.getQueryData(notesQuery(id).queryKey);
  return notes && (notes.at(-1)?.digest ?? null);
}

/** The writer's own draft, or null; read once: afterwards the editor knows better than the server. */
export const draftQuery = (id: string) =>
  queryOptions<DraftNote | null>({
    queryKey: ["draft-note", id],
    queryFn: () => readDraft(id),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });

/** What the server holds of a draft that this page holds otherwise: read anew whenever the two are compared. */
export const otherDraftQuery = (id: string) =>
  queryOptions<DraftNote | null>({
    queryKey: ["draft-note", id, "other"],
    queryFn: () => readDraft(id),
    staleTime: 0,
    gcTime: 0,
  });

/** How the own draft stands on the server. The officer answers it at any time, so it is asked for again and again. */
export const standingQuery = (id: string) =>
  queryOptions<DraftNote | null>({
    queryKey: ["draft-note", id, "standing"],
    queryFn: () => readDraft(id),
    staleTime: 0,
    gcTime: 0,
    refetchInterval: watching,
  });

/** What assistants have put up on a file that is on the own desk. */
export function usePutUpDrafts(id: string) {
  return api.useQuery(
    "get",
    "/api/v1/files/{id}/draft-notes",
    { params: { path: { id } } },
    { refetchInterval: watching },
  );
}

async function readDraft(id: string): Promise<DraftNote | null> {
  try {
    const draft = await bodyOf(client.GET("/api/v1/files/{id}/draft-note", { params: { path: { id } } }));
    return draft.version > 0 ? draft : null;
  } catch (error) {
    if (isProblem(error) && error.status === 404) return null;
    throw error;
  }
}

/** Where the file usually goes next, the most usual first. */
export function useChannel(id: string): ChannelItem[] {
  return api.useQuery("get", "/api/v1/files/{id}/channel", { params: { path: { id } } }).data?.items ?? [];
}

/** What waits next on the desk, other than this file. */
export function useNextOnDesk(fileId: string): { next: DeskItem | null; isLoading: boolean } {
  const { data, isLoading } = useQuery(
    api.queryOptions("get", "/api/v1/desk", { params: { query: { limit: 5 } } }),
  );
  return { next: data?.items.find((item) => item.subject_id !== fileId) ?? null, isLoading };
}
