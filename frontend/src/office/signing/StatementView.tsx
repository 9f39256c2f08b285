import { Trans, useLingui } from "@lingui/react";
import { createElement, type ReactNode } from "react";
import type { Paragraph, Reference, ReferenceTarget, Span } from "@/api/schema";
import { formatDate, Num, nameOf, Time, titleOf } from "@/i18n/format";
import { cx } from "@/ui/cx";
import { Chip } from "@/ui/states";
import { classificationLabel } from "../deskLabels";
import { formLabel } from "../draftWords";
import { reasonLabel } from "../labels";
import type { Range } from "../numbers";
import { numbersInParts } from "../numbersInParts";
import { names, placeText } from "../places";
import { languageOf } from "../script";
import { Words, withNumbers } from "../Words";
import type { Statement } from "./check";
import type { ApprovedDraft, Meaning } from "./meaning";
import { signKind } from "./words";

interface StatementViewProps {
  /** What is shown, all of it. */
  statement: Statement;
  /** Only what ids stand for is read from here: that they are the same has been checked. */
  meaning: Meaning;
}

/** What is signed, as an officer reads it: written from the statement alone. */
export function StatementView({ statement, meaning }: StatementViewProps) {
  const { i18n } = useLingui();
  const { file, person, charge, intent } = meaning;
  return (
    <section
      aria-label={i18n._({ id: "sign.statement", message: "What you sign" })}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a long note is scrolled by keys.
      tabIndex={0}
      className={cx(
        "overflow-auto rounded-md border border-s-4 border-signed-line bg-signed px-3 py-2",
        // Only a note is so long that it scrolls by itself: of what else is signed, all is seen, the signer too.
        statement.paragraphs && "max-h-[45dvh]",
      )}
    >
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-signed-line pb-1.5 text-sm">
        <span className="font-medium lang-ur:font-normal">{signKind(i18n, intent.kind)}</span>
        <Num>{file.number}</Num>
        <Chip tone={statement.classification === "unclassified" ? "plain" : "red"}>
          {classificationLabel(i18n, statement.classification)}
        </Chip>
      </header>
      <div className="flex flex-col gap-1 py-2">
        <Said statement={statement} meaning={meaning} />
      </div>
      <footer className="flex flex-wrap items-baseline gap-x-2 text-sm text-muted">
        <bdi className="font-medium text-ink lang-ur:font-normal">{nameOf(person)}</bdi>
        <bdi>{titleOf(charge.post)}</bdi>
        <Time at={statement.at} />
      </footer>
    </section>
  );
}

function Said({ statement, meaning }: StatementViewProps) {
  const { i18n } = useLingui();
  const { paragraphs, reason, remark } = statement;
  if (paragraphs) {
    return paragraphs.map(({ number, dir = "auto", spans }) => (
      <div key={number} className="flex items-baseline gap-2">
        <span className="min-w-8 shrink-0 text-end text-muted">
          <Num>{number}.</Num>
        </span>
        {spans ? <Written dir={dir} spans={spans} /> : <Agreed above={number - 1} />}
      </div>
    ));
  }
  if (meaning.intent.kind === "approve") {
    return <Approved statement={statement} draft={meaning.intent.draft} />;
  }
  if (meaning.intent.kind === "issue") return <Issued statement={statement} draft={meaning.intent.draft} />;
  return (
    <>
      <p className="font-medium lang-ur:font-normal">
        {statement.to && meaning.file.last_sender ? (
          <Trans
            id="sign.return"
            message="The file goes back to {post}."
            values={{ post: <bdi>{titleOf(meaning.file.last_sender)}</bdi> }}
          />
        ) : (
          <Trans id="sign.close" message="The file is closed." />
        )}
      </p>
      {reason && (
        <p>
          <span className="text-muted">
            <Trans id="paper.reason" message="Reason" />:
          </span>{" "}
          {reasonLabel(i18n, reason)}
        </p>
      )}
      {remark && (
        <p className="whitespace-pre-wrap">
          <span className="text-muted">
            <Trans id="paper.remark" message="Remark" />:
          </span>{" "}
          <Words>{remark}</Words>
        </p>
      )}
    </>
  );
}

function Approved({ statement, draft }: { statement: Statement; draft: ApprovedDraft }) {
  const { i18n } = useLingui();
  return (
    <>
      <p className="font-medium lang-ur:font-normal">
        <Trans
          id="sign.approve"
          message="Text {number} of the draft is approved: {form}"
          values={{ number: <Num>{statement.text}</Num>, form: formLabel(i18n, statement.form ?? "") }}
        />
      </p>
      <OfText statement={statement} draft={draft} />
    </>
  );
}

function Issued({ statement, draft }: { statement: Statement; draft: ApprovedDraft }) {
  const { i18n } = useLingui();
  return (
    <>
      <p className="font-medium lang-ur:font-normal">
        <Trans
          id="sign.issue"
          message="{form} {number} of {date} is issued, with text {text} of the draft."
          values={{
            form: formLabel(i18n, statement.form ?? ""),
            number: <Num>{statement.number}</Num>,
            date: statement.date && formatDate(statement.date),
            text: <Num>{statement.text}</Num>,
          }}
        />
      </p>
      <OfText statement={statement} draft={draft} />
    </>
  );
}

/** The subject, for the eye, and the digest in which it is signed. */
function OfText({ statement, draft }: { statement: Statement; draft: ApprovedDraft }) {
  return (
    <>
      {draft.subject && (
        <p>
          <span className="text-muted">
            <Trans id="paper.subject" message="Subject" />:
          </span>{" "}
          <Words>{draft.subject}</Words>
        </p>
      )}
      <p className="text-sm text-muted">
        <Trans id="sign.approve.digest" message="Digest of that text:" />{" "}
        <Num className="wrap-anywhere">{statement.digest}</Num>
      </p>
    </>
  );
}

function Agreed({ above }: { above: number }) {
  return (
    <p className="min-w-0 flex-1">
      <span className="font-medium lang-ur:font-normal">
        <Trans id="note.agreed" message="Agreed." />
      </span>
      {above > 0 && (
        <span className="text-muted">
          {" "}
          <Trans
            id="sign.agreed.with"
            message="With the notes above, up to paragraph {number}."
            values={{ number: <Num>{above}/N</Num> }}
          />
        </span>
      )}
    </p>
  );
}

const TAGS = [
  ["bold", "strong"],
  ["italic", "em"],
  ["underline", "u"],
] as const;

function Written({ dir, spans }: Paragraph) {
  const text = spans.map((span) => span.text).join("");
  const numbers = numbersInParts(spans.map((span) => span.text));
  return (
    <p dir={dir} lang={languageOf(text)} className="min-w-0 flex-1 break-words whitespace-pre-wrap">
      {spans.map((span, index) => (
        // A statement never changes, so the place of a span is its identity.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above.
        <WrittenSpan key={index} span={span} numbers={numbers[index] ?? []} />
      ))}
    </p>
  );
}

function WrittenSpan({ span, numbers }: { span: Span; numbers: Range[] }) {
  let content: ReactNode = withNumbers(span.text, numbers);
  for (const [name, tag] of TAGS) if (span[name]) content = createElement(tag, null, content);
  if (!span.reference) return content;
  return (
    <span className="underline decoration-accent underline-offset-4">
      {content}
      <PointsTo reference={span.reference} text={span.text} />
    </span>
  );
}

/** What is signed is where a reference leads, whatever its words say: both are shown where they differ. */
function PointsTo({ reference: { target, flag }, text }: { reference: Reference; text: string }) {
  const place = placeUnsaid(target, text);
  if (!flag && !place) return null;
  return (
    <bdi className="ms-1 rounded border border-accent px-1 text-[0.8em]">
      {[flag, place].filter(Boolean).join(" · ")}
    </bdi>
  );
}

/** Where a reference leads, unless its words say it. */
function placeUnsaid(target: ReferenceTarget, text: string): string | null {
  if (target.kind === "file") return null;
  if (target.kind === "rule") return target.text === text.trim() ? null : target.text;
  return names(text, target) ? null : placeText(target);
}
