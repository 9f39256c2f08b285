import { Trans } from "@lingui/react";
import { useSearch } from "@tanstack/react-router";
import { Button } from "@/ui/Button";
import { ErrorNotice } from "@/ui/errors";
import { EmptyState, SkeletonRows } from "@/ui/states";
import { DeskFilters } from "./DeskFilters";
import { DeskRow } from "./DeskRow";
import { useDesk, useMarkRead, usePutCopiesAway } from "./queries";
import { useDeskKeys } from "./useDeskKeys";
import { useSelection } from "./useSelection";

/** The server takes so many at once. */
const MOST_COPIES = 100;

/** The list of what waits: filters, rows, selection, and the next page. */
export function Waiting() {
  const search = useSearch({ from: "/office/" });
  const desk = useDesk(search);
  const markRead = useMarkRead();
  const copiesAway = usePutCopiesAway();
  const items = desk.data?.pages.flatMap((page) => page.items) ?? [];
  const selection = useSelection(items);
  const read = (ids: string[]) => {
    if (ids.length === 0) return;
    markRead.mutate(ids);
    selection.clear();
  };
  const copies = items.filter((item) => item.kind === "copy" && selection.has(item.id));
  const putAway = () => {
    copiesAway.act(copies.map((copy) => copy.subject_id).slice(0, MOST_COPIES));
    selection.clear();
  };
  useDeskKeys(items, selection, read);

  return (
    <>
      <DeskFilters counts={desk.data?.pages[0]?.counts} />
      {selection.ids.length > 0 && (
        <div
          role="toolbar"
          className="sticky top-0 z-10 mb-2 flex flex-wrap items-center gap-2 rounded-md border border-accent bg-accent-soft px-3 py-1.5"
        >
          <span className="me-2">
            <Trans
              id="desk.selected"
              message="{count, plural, one {# paper selected} other {# papers selected}}"
              values={{ count: selection.ids.length }}
            />
          </span>
          <Button onClick={() => read(selection.ids)}>
            <Trans id="desk.markRead" message="Mark as read" />
          </Button>
          {copies.length > 0 && (
            <Button pending={copiesAway.isPending} onClick={putAway}>
              <Trans
                id="desk.copies.seen"
                message="{count, plural, one {Copy seen: take it off the desk} other {# copies seen: take them off the desk}}"
                values={{ count: copies.length }}
              />
            </Button>
          )}
          <Button tone="quiet" onClick={selection.all}>
            <Trans id="desk.selectAll" message="Select all shown" />
          </Button>
          <Button tone="quiet" onClick={selection.clear}>
            <Trans id="desk.selectNone" message="Select none" />
          </Button>
        </div>
      )}
      {desk.isPending && <SkeletonRows rows={8} />}
      {desk.error && !desk.data && <ErrorNotice error={desk.error} onRetry={() => void desk.refetch()} />}
      {desk.data && items.length === 0 && <NothingWaits filtered={Boolean(search.show || search.kind)} />}
      {items.length > 0 && (
        <ul className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface">
          {items.map((item) => (
            <DeskRow
              key={item.id}
              item={item}
              selected={selection.has(item.id)}
              onSelect={() => selection.toggle(item.id)}
              onOpen={() => item.unread && markRead.mutate([item.id])}
            />
          ))}
        </ul>
      )}
      {desk.hasNextPage && (
        <div className="flex justify-center pt-3">
          <Button pending={desk.isFetchingNextPage} onClick={() => void desk.fetchNextPage()}>
            <Trans id="ui.more" message="Show more" />
          </Button>
        </div>
      )}
    </>
  );
}

function NothingWaits({ filtered }: { filtered: boolean }) {
  if (filtered) {
    return (
      <EmptyState title={<Trans id="desk.empty.filtered" message="Nothing of this kind waits" />}>
        <Trans id="desk.empty.filtered.do" message="Choose All to see everything on this desk." />
      </EmptyState>
    );
  }
  return (
    <EmptyState title={<Trans id="desk.empty" message="Nothing waits on this desk" />}>
      <Trans
        id="desk.empty.do"
        message="Files that are sent to this post and receipts that are marked to it appear here, the most urgent first. Under Sent you can see who has what you forwarded."
      />
    </EmptyState>
  );
}
