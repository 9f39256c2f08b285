import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import type { Note } from "@/api/schema";
import { refreshActs } from "@/office/useAct";
import { putUp } from "./commands";
import { notesQuery, standingQuery } from "./queries";
import type { Draft } from "./useDraft";

/** How an assistant's draft stands with the officer: put up, answered by a note, or neither. */
export function usePutUp(fileId: string, postId: string | undefined, { saver, snapshot }: Draft) {
  const queries = useQueryClient();
  const standing = useQuery(standingQuery(fileId));
  const notes = useQuery(notesQuery(fileId));
  const putting = useMutation({
    mutationFn: async () => (saver ? putUp(fileId, saver) : null),
    onSuccess: (draft) => queries.setQueryData(standingQuery(fileId).queryKey, draft),
  });
  // What the server says counts for the text that it has: whoever writes on has taken it back.
  const isSame = snapshot.status === "saved" && saver?.savedVersion === standing.data?.version;
  const known = isSame ? (standing.data ?? null) : null;
  const putUpAt = known?.put_up_at ?? null;
  const answer = known && !putUpAt ? answerTo(notes.data ?? [], postId, known.saved_at) : null;

  // It was put up and is no more, though nobody wrote on: the file has a new note.
  const wasPutUp = useRef(false);
  const isAnswered = known !== null && putUpAt === null;
  useEffect(() => {
    if (wasPutUp.current && isAnswered) refreshActs(queries);
    wasPutUp.current = putUpAt !== null;
  }, [putUpAt, isAnswered, queries]);
  // A refused text most often means that the file has gone on: the page learns where it is.
  const isRefused = snapshot.status === "refused";
  useEffect(() => {
    if (isRefused) refreshActs(queries);
  }, [isRefused, queries]);

  return { putUpAt, answer, putting };
}

/** The last note of the post, where it is younger than the draft. */
function answerTo(notes: Note[], postId: string | undefined, savedAt: string | null): Note | null {
  const written = notes.filter((note) => note.kind !== "docket" && note.author.post.id === postId);
  const last = written.at(-1);
  return last && savedAt && last.submitted_at > savedAt ? last : null;
}
