import type { I18n } from "@lingui/core";
import { Trans, useLingui } from "@lingui/react";
import type { Movement } from "@/api/schema";
import { formatDate, nameOf, Time } from "@/i18n/format";
import { actionLabel } from "./deskLabels";
import { formatDuration, secondsSince } from "./duration";
import { reasonLabel } from "./labels";
import { PostName } from "./PostName";
import { Words } from "./Words";

/** Where a paper has been: from desk to desk, how long each held it, and who has it now. */
export function MovementList({ movements }: { movements: Movement[] }) {
  const { i18n } = useLingui();
  const ordered = [...movements].sort((a, b) => a.ordinal - b.ordinal);
  const now = ordered.findLast((movement) => movement.to !== null && movement.held_seconds === null)?.id;
  return (
    <ol className="flex flex-col">
      {ordered.map((movement) => (
        <li
          key={movement.id}
          className="relative ms-2 border-s-2 border-line pb-4 ps-5 last:border-transparent last:pb-0"
        >
          <span
            aria-hidden="true"
            className={`absolute -start-[0.45rem] top-1.5 size-3 rounded-full border-2 border-accent ${
              movement.id === now ? "bg-accent" : "bg-surface"
            }`}
          />
          <Step movement={movement} i18n={i18n} isNow={movement.id === now} />
        </li>
      ))}
    </ol>
  );
}

function Step({ movement, i18n, isNow }: { movement: Movement; i18n: I18n; isNow: boolean }) {
  const { from, to, by, action, reason, remark, due_at, at, held_seconds } = movement;
  const words = [
    action ? actionLabel(i18n, action) : null,
    reason ? reasonLabel(i18n, reason) : null,
    due_at
      ? i18n._({ id: "paper.movement.due", message: "due {day}", values: { day: formatDate(due_at) } })
      : null,
  ].filter(Boolean);
  return (
    <div className="flex flex-col">
      <p>
        <span className="font-medium">{kindLabel(i18n, movement.kind)}</span>
        {to && (
          <>
            {" "}
            <span aria-hidden="true" className="inline-block text-muted rtl:-scale-x-100">
              ▸
            </span>{" "}
            <PostName post={to} />
          </>
        )}
        {isNow && to && (
          <strong className="ms-2 text-accent">
            <Trans id="paper.movement.now" message="now" />
          </strong>
        )}
      </p>
      <p className="text-sm text-muted">
        <Time at={at} />
        {by && (
          <>
            {" · "}
            <bdi>{nameOf(by)}</bdi>
          </>
        )}
        {from && (
          <>
            {" · "}
            <PostName post={from} />
          </>
        )}
      </p>
      {words.length > 0 && <p className="text-sm">{words.join(" · ")}</p>}
      {remark && (
        <p className="text-sm">
          <Words>{remark}</Words>
        </p>
      )}
      {to && (
        <p className="text-sm text-muted">
          <Trans
            id="paper.movement.held"
            message="held for {time}"
            values={{ time: formatDuration(held_seconds ?? secondsSince(at, new Date()), i18n.locale) }}
          />
        </p>
      )}
    </div>
  );
}

function kindLabel(i18n: I18n, kind: Movement["kind"]): string {
  const words: Record<Movement["kind"], string> = {
    opened: i18n._({ id: "paper.movement.opened", message: "Opened" }),
    marked: i18n._({ id: "paper.movement.marked", message: "Marked" }),
    accepted: i18n._({ id: "paper.movement.accepted", message: "Accepted" }),
    forwarded: i18n._({ id: "paper.movement.forwarded", message: "Sent" }),
    returned: i18n._({ id: "paper.movement.returned", message: "Returned" }),
    pulled_back: i18n._({ id: "paper.movement.pulled_back", message: "Pulled back" }),
    parked: i18n._({ id: "paper.movement.parked", message: "Parked" }),
    resumed: i18n._({ id: "paper.movement.resumed", message: "Taken up again" }),
    closed: i18n._({ id: "paper.movement.closed", message: "Closed" }),
    reopened: i18n._({ id: "paper.movement.reopened", message: "Reopened" }),
    filed: i18n._({ id: "paper.movement.filed", message: "Put on file" }),
    disposed: i18n._({ id: "paper.movement.disposed", message: "Disposed of" }),
    merged: i18n._({ id: "paper.movement.merged", message: "Merged" }),
    reminded: i18n._({ id: "paper.movement.reminded", message: "Reminded of the answer" }),
    copied: i18n._({ id: "paper.movement.copied", message: "Copied" }),
  };
  return words[kind];
}
