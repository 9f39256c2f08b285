import { Trans, useLingui } from "@lingui/react";
import type { IssueLine, ReplyState } from "@/api/schema";
import { Num, nameOf, Time } from "@/i18n/format";
import { currentLanguage } from "@/i18n/i18n";
import { classificationLabel } from "@/office/deskLabels";
import { CommunicationLink } from "@/office/dispatch/CommunicationLink";
import { roleLabel, STATE_TONES, stateLabel } from "@/office/dispatch/words";
import { formLabel } from "@/office/draftWords";
import { PostName } from "@/office/PostName";
import { languageOf } from "@/office/script";
import { Words } from "@/office/Words";
import { Chip } from "@/ui/states";

/** One issue, all to whom it went, and how it stands with the answer. */
export function IssueRow({ line }: { line: IssueLine }) {
  const { i18n } = useLingui();
  return (
    <li className="grid gap-x-4 gap-y-1.5 px-3 py-2.5 lg:grid-cols-2">
      <div className="min-w-0">
        <p className="flex flex-wrap items-baseline gap-x-3 text-sm text-muted">
          <Num className="font-medium text-ink lang-ur:font-normal">{line.number}</Num>
          <Time at={line.issued_on} only="date" />
          <span>{formLabel(i18n, line.form)}</span>
          {line.classification !== "unclassified" && (
            <Chip>{classificationLabel(i18n, line.classification)}</Chip>
          )}
        </p>
        <Subject line={line} />
        <p className="text-sm text-muted">
          {line.signed_by && <PostName post={line.signed_by} />}
          {line.signed_by && line.unit && " · "}
          {line.unit && <bdi>{nameOf(line.unit)}</bdi>}
        </p>
        <Reply line={line} />
      </div>
      {line.addressees.length === 0 && (
        <p className="text-sm text-muted">
          <Trans id="issues.nobody" message="Addressed to nobody" />
        </p>
      )}
      <ul className="flex min-w-0 flex-col gap-1">
        {line.addressees.map((one, index) => (
          // Those to whom it went stay in their order.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above.
          <li key={index} className="flex flex-wrap items-baseline justify-between gap-x-3">
            <span className="min-w-0 wrap-anywhere">
              <Words>{one.address[currentLanguage()][0] ?? ""}</Words>
              {one.role === "copy" && (
                <span className="text-sm text-muted"> · {roleLabel(i18n, one.role)}</span>
              )}
            </span>
            <Chip tone={STATE_TONES[one.state]}>{stateLabel(i18n, one.state)}</Chip>
          </li>
        ))}
      </ul>
    </li>
  );
}

function Subject({ line }: { line: IssueLine }) {
  const subject =
    line.subject === null ? (
      <span className="text-muted">
        <Trans id="issues.held" message="Closely held" />
      </span>
    ) : (
      <Words>{line.subject}</Words>
    );
  // A line is as high as its own script needs, whatever the interface speaks.
  const lang = line.subject === null ? undefined : languageOf(line.subject);
  if (!line.communication_id) return <p lang={lang}>{subject}</p>;
  return (
    <p lang={lang}>
      <CommunicationLink id={line.communication_id}>{subject}</CommunicationLink>
    </p>
  );
}

function Reply({ line: { reply, reply_due_on } }: { line: IssueLine }) {
  const { i18n } = useLingui();
  if (!reply) return null;
  const words: Record<ReplyState, string> = {
    awaited: i18n._({ id: "issues.reply.awaited", message: "Reply awaited" }),
    overdue: i18n._({ id: "issues.reply.overdue", message: "Reply overdue" }),
    answered: i18n._({ id: "issues.reply.answered", message: "Answered" }),
  };
  return (
    <p className={reply === "overdue" ? "text-sm text-red" : "text-sm text-muted"}>
      {words[reply]}
      {reply !== "answered" && reply_due_on && (
        <>
          {" · "}
          <Time at={reply_due_on} only="date" />
        </>
      )}
    </p>
  );
}
