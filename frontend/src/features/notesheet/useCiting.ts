import { type RefCallback, useRef } from "react";
import type { NoteEditorHandle } from "@/editor/NoteEditor";
import { placeText } from "@/office/places";

export interface ComposerHandle {
  /** Opens the note and writes a reference to a page of the correspondence into it. */
  citePage(page: number): void;
}

interface Citing {
  editor: RefCallback<NoteEditorHandle>;
  cite: (page: number) => void;
  /** The next editor takes the cursor: the button that called for it is no longer there. */
  focusNext: () => void;
}

/** Writes references into an editor that is perhaps only on its way: then as soon as it is there. */
export function useCiting(): Citing {
  const standing = useRef<NoteEditorHandle>(null);
  const cited = useRef<number | null>(null);
  const takesFocus = useRef(false);
  const cite = (page: number) => {
    const place = { kind: "page", page } as const;
    if (standing.current) standing.current.cite({ target: place }, placeText(place));
    else cited.current = page;
  };
  const editor = (handle: NoteEditorHandle | null) => {
    standing.current = handle;
    if (!handle) return;
    if (takesFocus.current) handle.focus();
    takesFocus.current = false;
    if (!cited.current) return;
    const page = cited.current;
    cited.current = null;
    cite(page);
  };
  const focusNext = () => {
    takesFocus.current = true;
  };
  return { editor, cite, focusNext };
}
