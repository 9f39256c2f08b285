import type { NoteBody } from "../api/schema";

export type { NoteBody };
export type NoteParagraph = NoteBody["paragraphs"][number];
export type NoteSpan = NoteParagraph["spans"][number];
export type Reference = NonNullable<NoteSpan["reference"]>;
export type ReferenceTarget = Reference["target"];
