import { Trans, useLingui } from "@lingui/react";
import { Link } from "@tanstack/react-router";
import type { FileLine } from "@/api/schema";
import { formatDate, Num } from "@/i18n/format";
import { AgeingMark } from "@/office/AgeingMark";
import { classificationLabel, priorityLabel } from "@/office/deskLabels";
import { fileStateLabel } from "@/office/labels";
import { PostName } from "@/office/PostName";
import { Words } from "@/office/Words";
import { Chip } from "@/ui/states";

/** One file of a list: a line on wide screens, a few on a phone; the whole row opens it. */
export function FileRow({ file }: { file: FileLine }) {
  const { i18n } = useLingui();
  return (
    <li className="relative grid items-baseline gap-x-4 gap-y-0.5 px-3 py-2 hover:bg-paper lg:grid-cols-[12rem_minmax(0,1fr)_15rem_12rem]">
      <span>
        <Num className="whitespace-nowrap text-accent">{file.number}</Num>
      </span>
      <Link
        to="/files/$id"
        params={{ id: file.id }}
        className="text-ink no-underline after:absolute after:inset-0 hover:underline"
      >
        <Words className="block">{file.subject}</Words>
      </Link>
      <span className="text-sm text-muted">{file.holder && <PostName post={file.holder} withHolder />}</span>
      <span className="flex flex-wrap items-center gap-1.5 text-sm lg:justify-end">
        {file.parked_until ? (
          <Chip>
            <Trans
              id="file.row.parked"
              message="Parked until {day}"
              values={{ day: formatDate(file.parked_until) }}
            />
          </Chip>
        ) : (
          file.state === "open" && file.due_at && <AgeingMark ageing={file.ageing} dueAt={file.due_at} />
        )}
        {file.state !== "open" && <Chip>{fileStateLabel(i18n, file.state)}</Chip>}
        {file.priority !== "routine" && (
          <Chip tone={file.priority === "priority" ? "amber" : "red"}>
            {priorityLabel(i18n, file.priority)}
          </Chip>
        )}
        {file.classification !== "unclassified" && (
          <Chip>{classificationLabel(i18n, file.classification)}</Chip>
        )}
      </span>
    </li>
  );
}
