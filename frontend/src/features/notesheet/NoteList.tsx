import { Trans } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { ErrorNotice } from "@/ui/errors";
import { EmptyState, SkeletonRows } from "@/ui/states";
import { useIsWide } from "@/ui/useIsWide";
import { NoteCard, paragraphId } from "./NoteCard";
import { notesQuery } from "./queries";

/** The note portion: everything submitted on the file, oldest first. */
export function NoteList({ fileId, pointedAt }: { fileId: string; pointedAt: number | null }) {
  const { data, error, refetch } = useQuery(notesQuery(fileId));
  const isLoaded = data !== undefined;
  const isWide = useIsWide();
  const last = useRef<HTMLLIElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the notes arrive; then the reader scrolls.
  useEffect(() => {
    // The last word counts: beside the papers the list opens at its end.
    if (isLoaded && !pointedAt && isWide) last.current?.scrollIntoView({ block: "end" });
  }, [isLoaded]);
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
      {data.map((note, index) => (
        <li key={note.id} ref={index === data.length - 1 ? last : null}>
          <NoteCard note={note} pointedAt={pointedAt} />
        </li>
      ))}
    </ol>
  );
}
