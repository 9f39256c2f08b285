import { api } from "@/api/client";
import { MovementList } from "@/office/MovementList";
import { ErrorNotice } from "@/ui/errors";
import { SkeletonRows } from "@/ui/states";

/** Where the file has been, and who has it now. */
export function MovementPanel({ fileId }: { fileId: string }) {
  const { data, error, refetch } = api.useQuery("get", "/api/v1/files/{id}/movements", {
    params: { path: { id: fileId } },
  });
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={3} height="h-16" />;
  return <MovementList movements={data.items} />;
}
