import { type RefCallback, useRef } from "react";
import type { NoteEditorHandle } from "@/editor/NoteEditor";
import { placeText } from "@/office/places";

export interface ComposerHandle {
  /** Opens the note and writes a reference to a page of the correspondence into it. */
  citePage(page: number): void;
}

/** Writes references into an editor that is perhaps only on its way: then as soon as it is there. */
export function useCiting(): { editor: RefCallback<NoteEditorHandle>; cite: (page: number) => void } {
  const standing = useRef<NoteEditorHandle>(null);
  const cited = useRef<number | null>(null);
  const cite = (page: number) => {
    const place = { kind: "page", page } as const;
    if (standing.current) standing.current.cite({ target: place }, placeText(place));
    else cited.current = page;
  };
  const editor = (handle: NoteEditorHandle | null) => {
    standing.current = handle;
    if (!handle || !cited.current) return;
    const page = cited.current;
    cited.current = null;
    cite(page);
  };
  return { editor, cite };
}
