import { Trans, useLingui } from "@lingui/react";
import { Link } from "@tanstack/react-router";
import type { DeskItem } from "@/api/schema";
import { Num, titleOf } from "@/i18n/format";
import { AgeingMark } from "@/office/AgeingMark";
import { actionLabel, classificationLabel, priorityLabel } from "@/office/deskLabels";
import { Words } from "@/office/Words";
import { cx } from "@/ui/cx";
import { FilesIcon, RegistryIcon } from "@/ui/icons";
import { Chip } from "@/ui/states";
import { rowId } from "./useDeskKeys";

interface DeskRowProps {
  item: DeskItem;
  selected: boolean;
  /** Nothing for whoever may not mark what lies on the desk. */
  onSelect: (() => void) | null;
  onOpen: () => void;
}

/** One waiting paper: a line on wide screens, two or three on a phone; the whole row opens it. */
export function DeskRow({ item, selected, onSelect, onOpen }: DeskRowProps) {
  const { i18n } = useLingui();
  return (
    <li
      data-desk-row={item.id}
      className={cx(
        "relative grid grid-cols-[auto_1fr] items-baseline gap-x-3 gap-y-0.5 px-3 py-2 hover:bg-paper",
        "has-[a:focus-visible]:outline-2 has-[a:focus-visible]:-outline-offset-2 has-[a:focus-visible]:outline-accent",
        "lg:grid-cols-[auto_9.5rem_minmax(0,1fr)_13rem] xl:grid-cols-[auto_9.5rem_minmax(0,1fr)_12rem_15rem]",
        selected && "bg-accent-soft hover:bg-accent-soft",
      )}
    >
      {onSelect ? (
        <input
          type="checkbox"
          checked={selected}
          onChange={onSelect}
          aria-label={i18n._({
            id: "desk.select",
            message: "Select {number}",
            values: { number: item.number },
          })}
          className="relative z-10 size-5 self-center accent-accent"
        />
      ) : (
        <span />
      )}
      <AgeingMark ageing={item.ageing} dueAt={item.due_at} />
      <div className="col-start-2 min-w-0 items-baseline gap-x-2.5 lg:col-start-auto lg:flex">
        <KindMark item={item} />
        <Opens item={item} onOpen={onOpen} />
      </div>
      <From item={item} />
      <div className="col-start-2 flex flex-wrap items-center gap-1.5 text-sm empty:hidden lg:col-start-4 xl:col-start-auto xl:justify-end">
        {item.action && <span className="text-muted">{actionLabel(i18n, item.action)}</span>}
        {(item.priority === "immediate" || item.priority === "most_immediate") && (
          <Chip tone="red">{priorityLabel(i18n, item.priority)}</Chip>
        )}
        {item.priority === "priority" && <Chip tone="amber">{priorityLabel(i18n, item.priority)}</Chip>}
        {item.classification !== "unclassified" && (
          <Chip>{classificationLabel(i18n, item.classification)}</Chip>
        )}
      </div>
    </li>
  );
}

function KindMark({ item }: { item: DeskItem }) {
  const { i18n } = useLingui();
  const names = {
    file: i18n._({ id: "desk.file", message: "File" }),
    receipt: i18n._({ id: "desk.receipt", message: "Receipt" }),
    copy: i18n._({ id: "desk.copy", message: "Copy" }),
  };
  return (
    <span className="me-2 inline-flex items-center gap-1 self-center whitespace-nowrap align-middle text-sm text-muted lg:me-0">
      {item.kind === "file" ? <FilesIcon /> : <RegistryIcon />}
      {names[item.kind]}
    </span>
  );
}

function Opens({ item, onOpen }: { item: DeskItem; onOpen: () => void }) {
  const content = (
    <>
      <Num className="whitespace-nowrap">{item.number}</Num> {item.unread && <Unread />}{" "}
      {item.brought_forward && (
        <Chip tone="amber" className="lg:order-1">
          <Trans id="desk.broughtForward" message="Brought forward" />
        </Chip>
      )}{" "}
      <Words
        className={cx("block lg:inline lg:truncate", item.unread && "font-semibold lang-ur:font-normal")}
      >
        {item.title}
      </Words>
    </>
  );
  const shared = {
    id: rowId(item),
    onClick: onOpen,
    className:
      "min-w-0 items-baseline gap-x-2.5 text-ink no-underline outline-none after:absolute after:inset-0 lg:flex",
    params: { id: item.subject_id },
  };
  return item.kind === "file" ? (
    <Link to="/files/$id" {...shared}>
      {content}
    </Link>
  ) : (
    <Link to="/receipts/$id" {...shared}>
      {content}
    </Link>
  );
}

function Unread() {
  return (
    <span className="inline-flex items-center gap-1 self-center whitespace-nowrap text-xs text-accent max-lg:ms-1.5 lg:order-1">
      <span aria-hidden="true" className="size-2 rounded-full bg-accent" />
      <Trans id="desk.unread" message="Unread" />
    </span>
  );
}

function From({ item }: { item: DeskItem }) {
  if (!item.from) return <span className="hidden xl:inline" />;
  const post = titleOf(item.from);
  return (
    <span className="col-start-2 truncate text-sm text-muted lg:col-start-auto" title={post}>
      <Trans id="desk.from" message="from {post}" values={{ post: <bdi>{post}</bdi> }} />
    </span>
  );
}
