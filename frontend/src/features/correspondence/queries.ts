import { queryOptions } from "@tanstack/react-query";
import { bodyOf, client } from "@/api/client";
import { ifMatch } from "@/api/headers";
import type { Act, AddPaper, Paper } from "@/api/schema";
import { allPages } from "@/office/allPages";

/** All papers on the correspondence side, in the order of their pages. */
export const papersQuery = (id: string) =>
  queryOptions<Paper[]>({
    queryKey: ["get", "/api/v1/files/{id}/papers", id],
    queryFn: ({ signal }) =>
      allPages<Paper>((last) =>
        bodyOf(
          client.GET("/api/v1/files/{id}/papers", {
            params: { path: { id }, query: { limit: 100, ...(last ? { cursor: last.cursor } : {}) } },
            signal,
          }),
        ),
      ),
  });

export function addPaper(id: string, version: number, body: AddPaper, key: string): Promise<Act> {
  return bodyOf(
    client.POST("/api/v1/files/{id}/papers", {
      params: { path: { id }, header: { ...ifMatch(version), "Idempotency-Key": key } },
      body,
    }),
  );
}
