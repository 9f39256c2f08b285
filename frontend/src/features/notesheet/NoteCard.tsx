import { Trans, useLingui } from "@lingui/react";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Note, NoteDocket } from "@/api/schema";
import { Num, nameOf, Time, titleOf } from "@/i18n/format";
import { currentLanguage } from "@/i18n/i18n";
import { chargeKindLabel } from "@/office/labels";
import { languageOf } from "@/office/script";
import { Words } from "@/office/Words";
import { cx } from "@/ui/cx";
import { CheckIcon } from "@/ui/icons";
import { OrderIcon } from "@/ui/paperIcons";
import { InvalidSignature, NoteSignature } from "./NoteSignature";
import { NoteText } from "./NoteText";

/** A submitted note: its numbered paragraphs, and who signed it, for which post, and when. */
export function NoteCard({ note, pointedAt }: { note: Note; pointedAt: number | null }) {
  const { signature } = note;
  const isInvalid = signature?.state === "invalid";
  return (
    <article
      className={cx(
        "rounded-md border border-s-4 px-3 py-2",
        isInvalid
          ? "border-red bg-red-soft"
          : note.kind === "docket"
            ? "border-line border-s-line-strong bg-surface"
            : note.kind === "order"
              ? "border-accent bg-signed"
              : "border-signed-line bg-signed",
        "print:rounded-none print:border-0 print:bg-transparent print:px-0",
      )}
    >
      {isInvalid && <InvalidSignature />}
      <NoteContent note={note} pointedAt={pointedAt} />
      <Signed note={note} />
      {signature && <NoteSignature note={note} signature={signature} />}
    </article>
  );
}

function NoteContent({ note, pointedAt }: { note: Note; pointedAt: number | null }) {
  const first = note.paragraph_first;
  if (note.kind === "docket" && note.docket) {
    return (
      <Numbered number={first} pointedAt={pointedAt}>
        <Docket docket={note.docket} />
      </Numbered>
    );
  }
  if (note.kind === "agreement") {
    return (
      <Numbered number={first} pointedAt={pointedAt}>
        <p className="font-medium">
          <Trans id="note.agreed" message="Agreed." />
        </p>
      </Numbered>
    );
  }
  const numbered = (note.body?.paragraphs ?? []).map((paragraph, index) => ({
    number: first + index,
    paragraph,
  }));
  return (
    <>
      {note.kind === "order" && <OrderHeading />}
      {numbered.map(({ number, paragraph }) => (
        <Numbered key={number} number={number} pointedAt={pointedAt}>
          <NoteText paragraph={paragraph} />
        </Numbered>
      ))}
    </>
  );
}

/** An order decides: it is told from the notes around it at a glance, and on paper. */
function OrderHeading() {
  return (
    <p className="mb-0.5 flex items-center gap-1.5 ps-10 font-semibold text-accent lang-ur:font-normal">
      <OrderIcon />
      <Trans id="note.kind.order" message="Order" />
    </p>
  );
}

/** The element that a link to a paragraph goes to. */
export const paragraphId = (number: number) => `paragraph-${number}`;

interface NumberedProps {
  number: number;
  pointedAt: number | null;
  children: ReactNode;
}

function Numbered({ number, pointedAt, children }: NumberedProps) {
  return (
    <div
      id={paragraphId(number)}
      tabIndex={-1}
      className={cx(
        "flex scroll-mt-4 items-baseline gap-2 rounded-md py-0.5 outline-none",
        number === pointedAt && "bg-amber-soft ring-2 ring-amber print:bg-transparent print:ring-0",
      )}
    >
      <span className="min-w-8 shrink-0 text-end text-muted">
        <Num>{number}.</Num>
      </span>
      {children}
    </div>
  );
}

/** Written in the other script: its lines then stand together, and run their own way. */
const isForeign = (text: string) => languageOf(text) !== currentLanguage();

function Docket({ docket }: { docket: NoteDocket }) {
  return (
    <div className="min-w-0 flex-1">
      <p>
        {docket.page_first !== null && (
          <DocketPages first={docket.page_first} last={docket.page_last ?? docket.page_first} />
        )}{" "}
        {docket.diary_number && docket.receipt_id && (
          <Link to="/receipts/$id" params={{ id: docket.receipt_id }} className="text-accent underline">
            <Num>{docket.diary_number}</Num>
          </Link>
        )}{" "}
        <Words className={isForeign(docket.subject) ? "inline-block max-w-full align-top" : undefined}>
          {docket.subject}
        </Words>
      </p>
      {docket.remark && (
        <p className="text-muted">
          <Words>{docket.remark}</Words>
        </p>
      )}
    </div>
  );
}

function DocketPages({ first, last }: { first: number; last: number }) {
  return (
    <Link
      from="/files/$id"
      to="."
      resetScroll={false}
      search={(old) => ({ ...old, page: first, tab: "papers" as const })}
      className="note-reference"
    >
      <Num>{first === last ? `${first}/C` : `${first}/C–${last}/C`}</Num>
    </Link>
  );
}

const SHOWN_OF_DIGEST = 12;

function Signed({ note }: { note: Note }) {
  const { i18n } = useLingui();
  const { person, post, charge_kind } = note.author;
  return (
    <footer className="mt-1 flex flex-wrap items-baseline gap-x-2 ps-10 text-sm text-muted print:justify-end print:text-end">
      {note.signature?.state !== "invalid" && (
        <span className="self-center text-green print:hidden">
          <CheckIcon />
        </span>
      )}
      <span className="sr-only">
        {note.kind === "docket" ? (
          <Trans id="note.entered_by" message="Entered by" />
        ) : (
          <Trans id="note.submitted_by" message="Submitted by" />
        )}
      </span>
      <bdi className="font-medium text-ink">{nameOf(person)}</bdi>
      <bdi>
        {titleOf(post)}
        {charge_kind !== "substantive" && ` (${chargeKindLabel(i18n, charge_kind)})`}
      </bdi>
      <Time at={note.submitted_at} />
      <Num className="font-mono text-xs">
        <abbr
          className="no-underline"
          title={i18n._({
            id: "note.digest",
            message: "Digest of the submitted text: {digest}",
            values: { digest: note.digest },
          })}
        >
          {note.digest.slice(0, SHOWN_OF_DIGEST)}
        </abbr>
      </Num>
    </footer>
  );
}
