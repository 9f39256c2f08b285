import { sameBody } from "../../editor/body";
import type { NoteBody } from "../../editor/types";

/** The own text with what an assistant wrote after it. */
export const appended = (own: NoteBody, other: NoteBody): NoteBody => ({
  paragraphs: [...own.paragraphs, ...other.paragraphs],
});

/** Whether all of the other text stands in the own one, in one piece: then it was taken over, and not yet changed. */
export function holds(own: NoteBody, other: NoteBody): boolean {
  const length = other.paragraphs.length;
  return own.paragraphs.some((_, start) =>
    sameBody({ paragraphs: own.paragraphs.slice(start, start + length) }, other),
  );
}
