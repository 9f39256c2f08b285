import { useLingui } from "@lingui/react";
import { Link } from "@tanstack/react-router";
import { createElement, type ReactNode } from "react";
import "@/editor/reference.css";
import { PLACE_NUMBER } from "@/editor/references";
import type { NoteParagraph, NoteSpan, Reference } from "@/editor/types";
import { Num } from "@/i18n/format";
import { languageOf } from "@/office/script";

/** One paragraph of a submitted note, with its references as links. */
export function NoteText({ paragraph }: { paragraph: NoteParagraph }) {
  const text = paragraph.spans.map((span) => span.text).join("");
  return (
    <p dir={paragraph.dir} lang={languageOf(text)} className="min-w-0 flex-1 break-words whitespace-pre-wrap">
      {paragraph.spans.map((span, index) => (
        // The text of a submitted note never changes, so the place of a span is its identity.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above.
        <Span key={index} span={span} />
      ))}
    </p>
  );
}

const TAGS = [
  ["bold", "strong"],
  ["italic", "em"],
  ["underline", "u"],
] as const;

function Span({ span }: { span: NoteSpan }) {
  let content: ReactNode = isolateNumbers(span.text);
  for (const [name, tag] of TAGS) if (span[name]) content = createElement(tag, null, content);
  return span.reference ? <ReferenceLink reference={span.reference}>{content}</ReferenceLink> : content;
}

function isolateNumbers(text: string): ReactNode {
  const parts = text.split(PLACE_NUMBER);
  if (parts.length === 1) return text;
  return parts.map((part, index) =>
    // Every second part is a place; the text of a submitted note never changes.
    // biome-ignore lint/suspicious/noArrayIndexKey: see above.
    index % 2 === 1 ? <Num key={index}>{part}</Num> : part,
  );
}

function ReferenceLink({ reference, children }: { reference: Reference; children: ReactNode }) {
  const { i18n } = useLingui();
  const { target, flag } = reference;
  const content = (
    <>
      {children}
      {flag && <bdi className="note-flag">{flag}</bdi>}
    </>
  );
  switch (target.kind) {
    case "page":
      return (
        <Link
          from="/files/$id"
          to="."
          resetScroll={false}
          search={(old) => ({ ...old, page: target.page, tab: "papers" as const })}
          className="note-reference"
        >
          {content}
        </Link>
      );
    case "paragraph":
      return (
        <Link
          from="/files/$id"
          to="."
          resetScroll={false}
          search={(old) => ({ ...old, note: target.paragraph, tab: "notes" as const })}
          className="note-reference"
        >
          {content}
        </Link>
      );
    case "file":
      return (
        <Link to="/files/$id" params={{ id: target.file_id }} className="note-reference">
          {content}
        </Link>
      );
    case "rule":
      return (
        <span
          className="note-reference no-underline"
          title={i18n._({
            id: "note.reference.rule",
            message: "Rule: {rule}",
            values: { rule: target.text },
          })}
        >
          {content}
        </span>
      );
  }
}
