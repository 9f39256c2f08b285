import { Trans } from "@lingui/react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ViewerSkeleton } from "@/pdf/DocumentViewer";
import { LazyPages } from "@/pdf/LazyPages";
import { ErrorNotice } from "@/ui/errors";
import { readPreview } from "./commands";

interface DraftPreviewProps {
  id: string;
  /** The version that was saved last: each has its own pages. */
  version: number;
}

/** The saved text as it will stand on paper. */
export function DraftPreview({ id, version }: DraftPreviewProps) {
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: ["draft-preview", id, version],
    queryFn: ({ signal }) => readPreview(id, signal),
    // While the next pages are made, the last ones stay.
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  return (
    <div className="flex flex-col gap-2">
      <p className="text-sm text-muted" role="status">
        {isFetching ? (
          <Trans id="draft.preview.making" message="The pages are being made." />
        ) : (
          <Trans id="draft.preview.saved" message="As it was saved last." />
        )}
      </p>
      {error ? (
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <LazyPages pages={data} />
      ) : (
        <ViewerSkeleton />
      )}
    </div>
  );
}
