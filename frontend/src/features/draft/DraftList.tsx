import { Trans, useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { CommunicationLine, File } from "@/api/schema";
import { Num, nameOf, Time } from "@/i18n/format";
import { classificationLabel, priorityLabel } from "@/office/deskLabels";
import { draftStateLabel, formLabel, languagesLabel, STATE_TONES } from "@/office/draftWords";
import { PostName } from "@/office/PostName";
import { languageOf } from "@/office/script";
import { Words } from "@/office/Words";
import { Button } from "@/ui/Button";
import { ErrorNotice } from "@/ui/errors";
import { PlusIcon } from "@/ui/paperIcons";
import { Chip, EmptyState, SkeletonRows } from "@/ui/states";
import { NewDraftDialog } from "./NewDraftDialog";
import { draftsQuery } from "./queries";

/** What is being drafted on a file, and what became of it. */
export function DraftList({ file }: { file: File }) {
  const { i18n } = useLingui();
  const { data: drafts, error, refetch } = useQuery(draftsQuery(file.id));
  const [opening, setOpening] = useState(false);
  if (error && !drafts) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!drafts) return <SkeletonRows rows={3} height="h-16" />;
  const canDraft = file.can.includes("draft");
  const button = canDraft && (
    <Button
      tone={drafts.length > 0 ? "plain" : "primary"}
      icon={<PlusIcon />}
      onClick={() => setOpening(true)}
    >
      {i18n._({ id: "draft.new", message: "New draft" })}
    </Button>
  );
  return (
    <div className="flex flex-col gap-3">
      {drafts.length === 0 ? (
        <EmptyState title={<Trans id="draft.none" message="No draft on this file yet" />} action={button}>
          <Trans
            id="draft.none.what"
            message="Letters, memoranda, orders and notifications are drafted here, commented on, vetted and approved."
          />
        </EmptyState>
      ) : (
        <>
          {button && <div className="no-print">{button}</div>}
          <ul className="flex flex-col divide-y divide-line rounded-md border border-line bg-surface">
            {drafts.map((draft) => (
              <Line key={draft.id} fileId={file.id} draft={draft} />
            ))}
          </ul>
        </>
      )}
      {opening && <NewDraftDialog file={file} onClose={() => setOpening(false)} />}
    </div>
  );
}

function Line({ fileId, draft }: { fileId: string; draft: CommunicationLine }) {
  const { i18n } = useLingui();
  const { written } = draft;
  return (
    <li className="flex flex-col gap-0.5 px-3 py-2.5">
      <div className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
        <Link
          to="/files/$fileId/drafts/$draftId"
          params={{ fileId, draftId: draft.id }}
          lang={draft.subject ? languageOf(draft.subject) : undefined}
          className="font-medium text-accent underline lang-ur:font-normal"
        >
          {draft.subject ? <Words>{draft.subject}</Words> : formLabel(i18n, draft.form)}
        </Link>
        {draft.number && <Num>{draft.number}</Num>}
        <Chip tone={STATE_TONES[draft.state]}>{draftStateLabel(i18n, draft.state)}</Chip>
        {draft.classification !== "unclassified" && (
          <Chip tone="red">{classificationLabel(i18n, draft.classification)}</Chip>
        )}
        {draft.priority !== "routine" && (
          <Chip tone={draft.priority === "priority" ? "amber" : "red"}>
            {priorityLabel(i18n, draft.priority)}
          </Chip>
        )}
      </div>
      <p className="text-sm">
        {formLabel(i18n, draft.form)} · {languagesLabel(i18n, draft.languages)} ·{" "}
        <Trans
          id="draft.addressees.count"
          message="{count, plural, =0 {no addressee} one {# addressee} other {# addressees}}"
          values={{ count: draft.addressees }}
        />{" "}
        · <TextNumber number={draft.text_number} />
      </p>
      <p className="text-sm text-muted">
        <Trans
          id="draft.written"
          message="Written by {person}, {time}"
          values={{
            person: written.person ? (
              <bdi>{nameOf(written.person)}</bdi>
            ) : written.post ? (
              <PostName post={written.post} />
            ) : (
              "–"
            ),
            time: <Time at={written.at} />,
          }}
        />
      </p>
    </li>
  );
}

/** "Text 3". */
export function TextNumber({ number }: { number: number }) {
  return (
    <span>
      <Trans id="draft.text" message="Text {number}" values={{ number: <Num>{number}</Num> }} />
    </span>
  );
}

/** How many drafts there are, for the tab that leads to them. */
export function DraftCount({ fileId }: { fileId: string }) {
  const { data } = useQuery(draftsQuery(fileId));
  const open = data?.filter((draft) => draft.state !== "withdrawn" && draft.state !== "issued").length;
  return open ? (
    <Num className="ms-1.5 rounded-full bg-sunken px-1.5 text-[0.85em] text-ink">{open}</Num>
  ) : null;
}
