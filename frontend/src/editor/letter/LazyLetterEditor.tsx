import { lazily } from "@/ui/lazily";
import { Skeleton } from "@/ui/states";
import type { LetterEditorProps } from "./LetterEditor";

/** The editor of a letter, loaded when a letter is opened. */
export const LazyLetterEditor = lazily<LetterEditorProps>(
  () => import("./LetterEditor").then((it) => it.default),
  { waiting: <Skeleton className="h-72" /> },
);
