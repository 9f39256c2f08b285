import { lazily } from "@/ui/lazily";
import { Skeleton } from "@/ui/states";
import type { NoteEditorProps } from "./NoteEditor";

/** The editor, loaded when somebody begins to write. */
export const LazyNoteEditor = lazily<NoteEditorProps>(() => import("./NoteEditor").then((it) => it.default), {
  waiting: <Skeleton className="h-36" />,
});
