import { Trans, useLingui } from "@lingui/react";
import { Link } from "@tanstack/react-router";
import { useActingCharge } from "@/api/me";
import type { Communication, File } from "@/api/schema";
import { Num, nameOf, titleOf } from "@/i18n/format";
import { classificationLabel, priorityLabel } from "@/office/deskLabels";
import { draftStateLabel, formLabel, STATE_TONES } from "@/office/draftWords";
import { Words } from "@/office/Words";
import { Chip } from "@/ui/states";
import type { SaveSnapshot } from "./contentSaver";
import { TextNumber } from "./DraftList";
import { useAlone } from "./useAlone";

interface DraftHeaderProps {
  draft: Communication;
  file: File;
  snapshot: SaveSnapshot;
}

/** Which draft this is, for which post one acts, and what can be done next. */
export function DraftHeader({ draft, file, snapshot }: DraftHeaderProps) {
  const { i18n } = useLingui();
  const charge = useActingCharge();
  const { form, subject, languages, classification, priority } = snapshot.content;
  const title = (languages !== "ur" && subject.en) || subject.ur || subject.en;
  return (
    <header className="flex min-w-0 max-w-4xl flex-1 basis-96 flex-col gap-1">
      <p className="text-sm">
        <Link
          to="/files/$id"
          params={{ id: file.id }}
          search={{ tab: "drafts" }}
          className="text-accent underline"
        >
          <Trans id="draft.onFile" message="File {number}" values={{ number: <Num>{file.number}</Num> }} />
        </Link>
        {charge && (
          <span className="text-muted">
            {" · "}
            <Trans
              id="draft.for"
              message="you act for {post}"
              values={{ post: <bdi>{titleOf(charge.post)}</bdi> }}
            />
          </span>
        )}
      </p>
      <h1 className="flex flex-wrap items-baseline gap-x-3 font-serif text-xl font-semibold lang-ur:font-normal">
        <span className="text-accent">{formLabel(i18n, form)}</span>
        {title && <Words>{title}</Words>}
      </h1>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
        <Chip tone={STATE_TONES[draft.state]}>{draftStateLabel(i18n, draft.state)}</Chip>
        {classification !== "unclassified" && (
          <Chip tone="red">{classificationLabel(i18n, classification)}</Chip>
        )}
        {priority !== "routine" && (
          <Chip tone={priority === "priority" ? "amber" : "red"}>{priorityLabel(i18n, priority)}</Chip>
        )}
        <TextNumber number={snapshot.textNumber} />
      </div>
      <p className="text-sm text-muted">
        <Next draft={draft} file={file} />
      </p>
    </header>
  );
}

/** What can be done next, in a sentence. */
function Next({ draft, file }: { draft: Communication; file: File }) {
  const charge = useActingCharge();
  const alone = useAlone(draft);
  const can = (ability: Communication["can"][number]) => draft.can.includes(ability);
  const isReady = draft.obstacles.length === 0;
  if (draft.state === "withdrawn") {
    return <Trans id="draft.next.withdrawn" message="It was given up: it can be read, not changed." />;
  }
  if (draft.state === "issued") {
    return (
      <Trans id="draft.next.issued" message="It is issued: it can be read, and nothing about it changes." />
    );
  }
  if (!can("revise")) {
    return file.holder ? (
      <Trans
        id="draft.next.read"
        message="You can read it. The file is with {post}, and only there it is written in."
        values={{ post: <bdi>{titleOf(file.holder)}</bdi> }}
      />
    ) : (
      <Trans id="draft.next.closed" message="You can read it. Nobody has the file now." />
    );
  }
  if (charge?.assists) {
    return (
      <Trans
        id="draft.next.assistant"
        message="You write for {officer}, who alone vets, approves or withdraws it."
        values={{ officer: <bdi>{nameOf(charge.assists)}</bdi> }}
      />
    );
  }
  if (draft.state === "approved") {
    return can("issue") ? (
      <Trans id="draft.next.issue" message="It is approved: sign it, and it is issued." />
    ) : (
      <Trans
        id="draft.next.approved"
        message="It is approved: send the file to the officer who is to sign it."
      />
    );
  }
  if (!isReady) {
    return <Trans id="draft.next.write" message="Write on. What is still missing stands below." />;
  }
  if (can("approve") && alone === false) {
    return <Trans id="draft.next.approve" message="It is ready: approve it, or write on." />;
  }
  if (can("approve") && alone) {
    return (
      <Trans
        id="draft.next.alone"
        message="It is ready. Nobody approves alone what he wrote alone: send the file to somebody who vets or approves it."
      />
    );
  }
  return <Trans id="draft.next.send" message="It is ready: send the file to the officer who approves." />;
}
