import { queryOptions, useQuery } from "@tanstack/react-query";
import { bodyOf, client } from "@/api/client";
import type { Movement } from "@/api/schema";
import { allPages } from "@/office/allPages";
import { MovementList } from "@/office/MovementList";
import { ErrorNotice } from "@/ui/errors";
import { SkeletonRows } from "@/ui/states";

const movementsQuery = (id: string) =>
  queryOptions<Movement[]>({
    queryKey: ["get", "/api/v1/files/{id}/movements", id],
    queryFn: ({ signal }) =>
      allPages<Movement>((last) =>
        bodyOf(
          client.GET("/api/v1/files/{id}/movements", {
            params: { path: { id }, query: { limit: 100, ...(last ? { cursor: last.cursor } : {}) } },
            signal,
          }),
        ),
      ),
  });

export function MovementPanel({ fileId }: { fileId: string }) {
  const { data, error, refetch } = useQuery(movementsQuery(fileId));
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={3} height="h-16" />;
  return <MovementList movements={data} />;
}
