import { lazy, Suspense } from "react";
import { Skeleton } from "@/ui/states";
import type { NoteEditorProps } from "./NoteEditor";

const NoteEditor = lazy(() => import("./NoteEditor"));

/** The editor, loaded when somebody begins to write. */
export function LazyNoteEditor(props: NoteEditorProps) {
  return (
    <Suspense fallback={<Skeleton className="h-36" />}>
      <NoteEditor {...props} />
    </Suspense>
  );
}
