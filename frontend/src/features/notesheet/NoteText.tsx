import { Link } from "@tanstack/react-router";
import { createElement, type ReactNode } from "react";
import "@/editor/reference.css";
import type { NoteParagraph, NoteSpan, Reference } from "@/editor/types";
import type { Range } from "@/office/numbers";
import { numbersInParts } from "@/office/numbersInParts";
import { languageOf } from "@/office/script";
import { withNumbers } from "@/office/Words";

/** One paragraph of a submitted note, with its references as links. */
export function NoteText({ paragraph }: { paragraph: NoteParagraph }) {
  const text = paragraph.spans.map((span) => span.text).join("");
  const numbers = numbersInParts(paragraph.spans.map((span) => span.text));
  return (
    <p dir={paragraph.dir} lang={languageOf(text)} className="min-w-0 flex-1 break-words whitespace-pre-wrap">
      {paragraph.spans.map((span, index) => (
        // The text of a submitted note never changes, so the place of a span is its identity.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above.
        <Span key={index} span={span} numbers={numbers[index] ?? []} />
      ))}
    </p>
  );
}

const TAGS = [
  ["bold", "strong"],
  ["italic", "em"],
  ["underline", "u"],
] as const;

function Span({ span, numbers }: { span: NoteSpan; numbers: Range[] }) {
  let content: ReactNode = withNumbers(span.text, numbers);
  for (const [name, tag] of TAGS) if (span[name]) content = createElement(tag, null, content);
  if (!span.reference) return content;
  return (
    <ReferenceLink reference={span.reference} text={span.text}>
      {content}
    </ReferenceLink>
  );
}

interface ReferenceLinkProps {
  reference: Reference;
  /** The words that are linked. */
  text: string;
  children: ReactNode;
}

function ReferenceLink({ reference, text, children }: ReferenceLinkProps) {
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
      // There is no page to open: the rule is named where the words are not its name, on paper too.
      return (
        <span className="note-reference no-underline">
          {content}
          {target.text !== text.trim() && <bdi className="note-flag">{target.text}</bdi>}
        </span>
      );
  }
}
