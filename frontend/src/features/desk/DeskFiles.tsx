import { Trans } from "@lingui/react";
import { Link } from "@tanstack/react-router";
import type { FileLine } from "@/api/schema";
import { formatDate, Num, Time, titleOf } from "@/i18n/format";
import { AgeingMark } from "@/office/AgeingMark";
import { Words } from "@/office/Words";
import { Button } from "@/ui/Button";
import { ErrorNotice } from "@/ui/errors";
import { EmptyState, SkeletonRows } from "@/ui/states";
import { useDeskFiles } from "./queries";

/** Files that this post has sent on, with who holds them now; or that it has parked, with the day they come back. */
export default function DeskFiles({ scope }: { scope: "sent" | "parked" }) {
  const files = useDeskFiles(scope);
  const items = files.data?.pages.flatMap((page) => page.items) ?? [];
  if (files.isPending) return <SkeletonRows rows={8} />;
  if (files.error && !files.data)
    return <ErrorNotice error={files.error} onRetry={() => void files.refetch()} />;
  if (items.length === 0) return <Nothing scope={scope} />;
  return (
    <>
      <ul className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface">
        {items.map((file) => (
          <FileRow key={file.id} file={file} />
        ))}
      </ul>
      {files.hasNextPage && (
        <div className="flex justify-center pt-3">
          <Button pending={files.isFetchingNextPage} onClick={() => void files.fetchNextPage()}>
            <Trans id="ui.more" message="Show more" />
          </Button>
        </div>
      )}
    </>
  );
}

function Nothing({ scope }: { scope: "sent" | "parked" }) {
  if (scope === "sent") {
    return (
      <EmptyState title={<Trans id="desk.sent.empty" message="Nothing was sent from this desk yet" />}>
        <Trans
          id="desk.sent.empty.do"
          message="Files that you forward stay visible here, with who holds them, and can be pulled back until they are opened."
        />
      </EmptyState>
    );
  }
  return (
    <EmptyState title={<Trans id="desk.parked.empty" message="Nothing is parked" />}>
      <Trans
        id="desk.parked.empty.do"
        message="A file that can wait is parked until a date from its own page; on that day it comes back to the desk by itself."
      />
    </EmptyState>
  );
}

function FileRow({ file }: { file: FileLine }) {
  return (
    <li className="relative grid gap-x-3 gap-y-0.5 px-3 py-2 hover:bg-paper has-[a:focus-visible]:outline-2 has-[a:focus-visible]:-outline-offset-2 has-[a:focus-visible]:outline-accent lg:grid-cols-[minmax(0,1fr)_20rem_12rem] lg:items-baseline">
      <Link
        to="/files/$id"
        params={{ id: file.id }}
        className="flex min-w-0 flex-wrap items-baseline gap-x-2.5 text-ink no-underline outline-none after:absolute after:inset-0 lg:flex-nowrap"
      >
        <Num className="whitespace-nowrap">{file.number}</Num>
        <Words className="lg:truncate">{file.subject}</Words>
      </Link>
      <span className="text-sm text-muted">
        {file.parked_until ? (
          <Trans
            id="desk.parked.until"
            message="comes back on {day}"
            values={{ day: formatDate(file.parked_until) }}
          />
        ) : file.holder ? (
          <Trans
            id="desk.sent.with"
            message="with {post} since {time}"
            values={{
              post: <bdi>{titleOf(file.holder)}</bdi>,
              time: file.holder_since ? <Time at={file.holder_since} only="date" /> : "",
            }}
          />
        ) : null}
      </span>
      <span className="lg:text-end">
        <AgeingMark ageing={file.ageing} dueAt={file.due_at} />
      </span>
    </li>
  );
}
