import type { JSONContent } from "@tiptap/core";
import type { NoteBody, NoteParagraph, NoteSpan, Reference } from "./types";

type Direction = NoteParagraph["dir"];
type Mark = NonNullable<JSONContent["marks"]>[number];

const PLAIN_MARKS = ["bold", "italic", "underline"] as const;

/** The editor's document as the body of a note: empty paragraphs are dropped, equal neighbours joined. */
export function bodyFromDocument(document: JSONContent): NoteBody {
  const paragraphs: NoteParagraph[] = [];
  for (const node of document.content ?? []) {
    if (node.type !== "paragraph") continue;
    const spans = trimSpans(joinSpans((node.content ?? []).flatMap(spanFromText)));
    if (spans.length > 0) paragraphs.push({ dir: readDirection(node.attrs?.dir), spans });
  }
  return { paragraphs };
}

/** The body of a note as the editor's document; a body without text is one empty paragraph. */
export function documentFromBody(body: NoteBody): JSONContent {
  const content = body.paragraphs.map((paragraph) => ({
    type: "paragraph",
    attrs: { dir: paragraph.dir },
    content: paragraph.spans.filter((span) => span.text !== "").map(textFromSpan),
  }));
  return {
    type: "doc",
    content: content.length > 0 ? content : [{ type: "paragraph", attrs: { dir: "auto" } }],
  };
}

export function isEmptyBody(body: NoteBody): boolean {
  return body.paragraphs.length === 0;
}

/** Whether two bodies say the same; both come from `bodyFromDocument` or the server, so order is stable. */
export function sameBody(a: NoteBody, b: NoteBody): boolean {
  return canonical(a) === canonical(b);
}

export function plainText(body: NoteBody): string {
  return body.paragraphs.map((p) => p.spans.map((s) => s.text).join("")).join("\n");
}

function canonical(body: NoteBody): string {
  return JSON.stringify(
    body.paragraphs.map((p) => [p.dir, joinSpans(p.spans).map((span) => [span.text, styleOf(span)])]),
  );
}

function readDirection(value: unknown): Direction {
  return value === "ltr" || value === "rtl" ? value : "auto";
}

function spanFromText(node: JSONContent): NoteSpan[] {
  if (node.type !== "text" || !node.text) return [];
  const span: NoteSpan = { text: node.text };
  for (const mark of node.marks ?? []) applyMark(span, mark);
  return [span];
}

function applyMark(span: NoteSpan, mark: Mark): void {
  if (mark.type === "reference") {
    const reference = readReference(mark.attrs);
    if (reference) span.reference = reference;
    return;
  }
  for (const name of PLAIN_MARKS) if (mark.type === name) span[name] = true;
}

function readReference(attributes: Mark["attrs"]): Reference | null {
  const target = attributes?.target as Reference["target"] | null | undefined;
  if (!target) return null;
  const flag = attributes?.flag as string | null | undefined;
  return flag ? { flag, target } : { target };
}

function textFromSpan(span: NoteSpan): JSONContent {
  const marks: Mark[] = PLAIN_MARKS.filter((name) => span[name]).map((type) => ({ type }));
  if (span.reference) {
    const { flag, target } = span.reference;
    marks.push({ type: "reference", attrs: { flag: flag ?? null, target } });
  }
  return marks.length > 0 ? { type: "text", text: span.text, marks } : { type: "text", text: span.text };
}

function styleOf(span: NoteSpan): string {
  const { flag, target } = span.reference ?? {};
  const place = target ? Object.entries(target).sort(([a], [b]) => a.localeCompare(b)) : null;
  return JSON.stringify([PLAIN_MARKS.map((name) => Boolean(span[name])), flag ?? null, place]);
}

function joinSpans(spans: readonly NoteSpan[]): NoteSpan[] {
  const joined: NoteSpan[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last && styleOf(last) === styleOf(span)) last.text += span.text;
    else joined.push({ ...span });
  }
  return joined;
}

/** White space at either end of a paragraph is no part of what is signed. */
function trimSpans(spans: NoteSpan[]): NoteSpan[] {
  const trimmed = [...spans];
  while (trimmed[0] && trimmed[0].text.trim() === "") trimmed.shift();
  while (trimmed.at(-1)?.text.trim() === "") trimmed.pop();
  const first = trimmed[0];
  if (first) trimmed[0] = { ...first, text: first.text.trimStart() };
  const last = trimmed.at(-1);
  if (last) trimmed[trimmed.length - 1] = { ...last, text: last.text.trimEnd() };
  return trimmed;
}
