import { api, bodyOf, client } from "@/api/client";
import { ifMatch } from "@/api/headers";
import type { Act, AddPaper } from "@/api/schema";
import type { Attempt } from "@/office/useAct";

/** All papers on the correspondence side, in the order of their pages. */
export const papersQuery = (id: string) =>
  api.queryOptions(
    "get",
    "/api/v1/files/{id}/papers",
    { params: { path: { id } } },
    { select: (page) => page.items },
  );

export function addPaper(id: string, body: AddPaper, { version, key }: Attempt): Promise<Act> {
  return bodyOf(
    client.POST("/api/v1/files/{id}/papers", {
      params: { path: { id }, header: { ...ifMatch(version), "Idempotency-Key": key } },
      body,
    }),
  );
}
