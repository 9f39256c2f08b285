import { Trans } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { ErrorNotice } from "@/ui/errors";
import { EmptyState, SkeletonRows } from "@/ui/states";
import { NoteCard, paragraphId } from "./NoteCard";
import { notesQuery } from "./queries";

/** The note portion: everything submitted on the file, oldest first. */
export function NoteList({ fileId, pointedAt }: { fileId: string; pointedAt: number | null }) {
  const { data, error, refetch } = useQuery(notesQuery(fileId));
  const isLoaded = data !== undefined;
  useEffect(() => {
    if (!pointedAt || !isLoaded) return;
    const paragraph = document.getElementById(paragraphId(pointedAt));
    paragraph?.scrollIntoView({ block: "start" });
    paragraph?.focus({ preventScroll: true });
  }, [pointedAt, isLoaded]);

  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={4} height="h-24" />;
  if (data.length === 0) {
    return (
      <EmptyState title={<Trans id="note.none" message="No note yet" />}>
        <Trans id="note.none.what" message="The first note on this file will have paragraph number 1." />
      </EmptyState>
    );
  }
  return (
    <ol className="flex flex-col gap-3">
      {data.map((note) => (
        <li key={note.id}>
          <NoteCard note={note} pointedAt={pointedAt} />
        </li>
      ))}
    </ol>
  );
}
