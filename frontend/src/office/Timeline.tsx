import type { I18n } from "@lingui/core";
import { Trans, useLingui } from "@lingui/react";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useId } from "react";
import { api } from "@/api/client";
import type { TimelineEntry, TimelineFacts, TimelinePage, TimelineWords } from "@/api/schema";
import { formatDate, Num, nameOf, Time } from "@/i18n/format";
import { Button } from "@/ui/Button";
import { CopyCode } from "@/ui/CopyCode";
import { ErrorNotice } from "@/ui/errors";
import { SkeletonRows } from "@/ui/states";
import { actionLabel, classificationLabel, priorityLabel } from "./deskLabels";
import { chargeKindLabel, reasonLabel } from "./labels";
import { kindLabel } from "./ledgerWords";
import { roleLabel } from "./organisation";
import { PostName } from "./PostName";
import { Words } from "./Words";

const PATHS = {
  file: "/api/v1/files/{id}/timeline",
  receipt: "/api/v1/receipts/{id}/timeline",
  post: "/api/v1/posts/{id}/timeline",
} as const;

interface TimelineProps {
  of: keyof typeof PATHS;
  id: string;
}

/** What was done with a file, a receipt or a post, as the ledger has it, the latest first. */
export function Timeline({ of, id }: TimelineProps) {
  const acts = api.useInfiniteQuery(
    "get",
    PATHS[of],
    { params: { path: { id }, query: { limit: 50 } } },
    {
      pageParamName: "cursor",
      initialPageParam: null,
      getNextPageParam: (page: TimelinePage) => page.next_cursor ?? undefined,
    },
  );
  const entries = acts.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="flex flex-col gap-3">
      <p className="max-w-prose text-sm text-muted">
        <Trans
          id="timeline.lead"
          message="Every act as the ledger recorded it, the latest first. With the receipt of an act an auditor finds it in the ledger and proves it."
        />
      </p>
      {acts.error && !acts.data && <ErrorNotice error={acts.error} onRetry={() => void acts.refetch()} />}
      {acts.isPending && <SkeletonRows rows={3} height="h-16" />}
      <ol className="flex flex-col divide-y divide-line">
        {entries.map((entry) => (
          <Act key={entry.id} entry={entry} />
        ))}
      </ol>
      {acts.hasNextPage && (
        <Button
          className="self-center"
          pending={acts.isFetchingNextPage}
          onClick={() => void acts.fetchNextPage()}
        >
          <Trans id="ui.more" message="Show more" />
        </Button>
      )}
    </div>
  );
}

function Act({ entry }: { entry: TimelineEntry }) {
  const { i18n } = useLingui();
  const { facts, words } = entry;
  const told = toldOf(i18n, facts);
  const title = useId();
  return (
    <li aria-labelledby={title} className="flex flex-col py-2.5 first:pt-0">
      <p>
        <span id={title} className="font-medium lang-ur:font-normal">
          {kindLabel(i18n, entry.kind)}
        </span>
        {facts.number && (
          <>
            {" "}
            <Num>{facts.number}</Num>
          </>
        )}
        {facts.to && (
          <>
            {" "}
            <span aria-hidden="true" className="inline-block text-muted rtl:-scale-x-100">
              ▸
            </span>{" "}
            <PostName post={facts.to} />
          </>
        )}
      </p>
      <p className="text-sm text-muted">
        <Time at={entry.at} />
        {" · "}
        {entry.person ? <bdi>{nameOf(entry.person)}</bdi> : <Trans id="ledger.system" message="The system" />}
        {entry.post && (
          <>
            {" · "}
            <PostName post={entry.post} />
          </>
        )}
      </p>
      {told.length > 0 && (
        <ul className="flex flex-wrap gap-x-4 text-sm">
          {told.map(({ key, shown }) => (
            <li key={key}>{shown}</li>
          ))}
        </ul>
      )}
      {words && <Said words={words} />}
      <Receipt entry={entry} />
    </li>
  );
}

/** The officer's receipt for the act. */
function Receipt({ entry }: { entry: TimelineEntry }) {
  const { i18n } = useLingui();
  return (
    <details className="no-print mt-1 text-sm">
      <summary className="w-fit cursor-pointer text-accent">
        <Trans id="timeline.receipt" message="Receipt of this act" />
      </summary>
      <div className="mt-1 flex flex-col gap-1 rounded-md bg-sunken px-3 py-2">
        <CopyCode label={i18n._({ id: "timeline.receipt", message: "Receipt of this act" })}>
          {entry.digest}
        </CopyCode>
        <p className="text-muted">
          {entry.position === null ? (
            <Trans id="ledger.place.none" message="Waits for its place in the ledger" />
          ) : (
            <Trans
              id="ledger.place"
              message="Place {position} in the ledger"
              values={{ position: <Num>{entry.position}</Num> }}
            />
          )}
        </p>
      </div>
    </details>
  );
}

interface Told {
  key: string;
  shown: ReactNode;
}

/** "5" or "5–7", apart from the words around it. */
function Range({ of: [first, last] }: { of: number[] }) {
  return <Num>{first === last ? first : `${first}–${last}`}</Num>;
}

function toldOf(i18n: I18n, facts: TimelineFacts): Told[] {
  return [...stepOf(i18n, facts), ...placesOf(facts), ...postOf(i18n, facts)];
}

/** What the receiver is asked for, how urgent and how secret it is. */
function stepOf(i18n: I18n, facts: TimelineFacts): Told[] {
  const due = facts.due_on ?? facts.due_at;
  const told: (Told | null)[] = [
    facts.action ? { key: "action", shown: actionLabel(i18n, facts.action) } : null,
    facts.reason ? { key: "reason", shown: reasonLabel(i18n, facts.reason) } : null,
    due
      ? {
          key: "due",
          shown: i18n._({
            id: "paper.movement.due",
            message: "due {day}",
            values: { day: formatDate(due) },
          }),
        }
      : null,
    facts.classification
      ? { key: "classification", shown: classificationLabel(i18n, facts.classification) }
      : null,
    facts.priority ? { key: "priority", shown: priorityLabel(i18n, facts.priority) } : null,
    ...facts.copies.map(({ post, action }) => ({
      key: `copy ${post.id}`,
      shown: (
        <Trans
          id="timeline.copy"
          message="Copy to {post} ({action})"
          values={{ post: <PostName post={post} />, action: actionLabel(i18n, action) }}
        />
      ),
    })),
  ];
  return told.filter((one) => one !== null);
}

/** Where it is written or filed. */
function placesOf({ paragraphs, pages, scans, file }: TimelineFacts): Told[] {
  const told: (Told | null)[] = [
    file && {
      key: "file",
      shown: (
        <Trans
          id="timeline.file"
          message="File {number}"
          values={{
            number: (
              <Link to="/files/$id" params={{ id: file.id }} className="text-accent underline">
                <Num>{file.number}</Num>
              </Link>
            ),
          }}
        />
      ),
    },
    paragraphs && {
      key: "paragraphs",
      shown: (
        <Trans
          id="timeline.paragraphs"
          message="Paragraph {range}"
          values={{ range: <Range of={paragraphs} /> }}
        />
      ),
    },
    pages && {
      key: "pages",
      shown: <Trans id="timeline.pages" message="Page {range}" values={{ range: <Range of={pages} /> }} />,
    },
    scans
      ? {
          key: "scans",
          shown: (
            <Trans id="timeline.scans" message="Scans: {scans}" values={{ scans: <Num>{scans}</Num> }} />
          ),
        }
      : null,
  ];
  return told.filter((one) => one !== null);
}

/** What became of a post, and who took charge of it. */
function postOf(i18n: I18n, facts: TimelineFacts): Told[] {
  const { person, person_before, charge, grade, reports_to, roles } = facts;
  const told: (Told | null)[] = [
    person_before && {
      key: "before",
      shown: (
        <Trans
          id="timeline.before"
          message="Relieved: {name}"
          values={{ name: <bdi>{nameOf(person_before)}</bdi> }}
        />
      ),
    },
    person && {
      key: "person",
      shown: (
        <Trans
          id="timeline.person"
          message="Officer: {name}"
          values={{ name: <bdi>{nameOf(person)}</bdi> }}
        />
      ),
    },
    charge ? { key: "charge", shown: chargeKindLabel(i18n, charge) } : null,
    grade === null
      ? null
      : {
          key: "grade",
          shown: <Trans id="timeline.grade" message="BPS {grade}" values={{ grade: <Num>{grade}</Num> }} />,
        },
    reports_to && {
      key: "reports_to",
      shown: (
        <Trans
          id="timeline.reports_to"
          message="Reports to {post}"
          values={{ post: <PostName post={reports_to} /> }}
        />
      ),
    },
    ...roles.map((role) => ({ key: role, shown: roleLabel(i18n, role) })),
  ];
  return told.filter((one) => one !== null);
}

/** What was said with the act: words that the ledger commits to and keeps apart. */
function Said({ words }: { words: TimelineWords }) {
  const { i18n } = useLingui();
  const title = i18n.locale === "ur" ? words.title_ur : words.title_en;
  const sender = [words.sender_name, words.sender_office].filter((part) => part !== null);
  const said: { key: string; label: ReactNode; text: string }[] = [
    {
      key: "subject",
      label: <Trans id="timeline.subject" message="Subject:" />,
      text: words.subject ?? "",
    },
    {
      key: "sender",
      label: <Trans id="timeline.sender" message="From:" />,
      text: sender.join(" · "),
    },
    {
      key: "reference",
      label: <Trans id="timeline.reference" message="Their number:" />,
      text: words.reference_number ?? "",
    },
    { key: "title", label: <Trans id="timeline.title" message="Title:" />, text: title ?? "" },
    { key: "remark", label: <Trans id="timeline.remark" message="Remark:" />, text: words.remark ?? "" },
  ];
  return (
    <ul className="text-sm">
      {said
        .filter(({ text }) => text !== "")
        .map(({ key, label, text }) => (
          <li key={key}>
            <span className="text-muted">{label}</span> <Words>{text}</Words>
          </li>
        ))}
    </ul>
  );
}
