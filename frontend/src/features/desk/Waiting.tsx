import { Trans } from "@lingui/react";
import { useSearch } from "@tanstack/react-router";
import { useMay } from "@/api/me";
import { withAllTexts } from "@/i18n/i18n";
import { Button } from "@/ui/Button";
import { ErrorNotice } from "@/ui/errors";
import { lazily } from "@/ui/lazily";
import { SkeletonRows } from "@/ui/states";
import { DeskFilters } from "./DeskFilters";
import { DeskRow } from "./DeskRow";
import type { NothingWaitsProps } from "./NothingWaits";
import { useDesk, useMarkRead } from "./queries";
import { useDeskKeys } from "./useDeskKeys";
import { useSelection } from "./useSelection";

const NothingWaits = lazily<NothingWaitsProps>(() =>
  withAllTexts(import("./NothingWaits")).then((it) => it.default),
);
const SelectionBar = lazily(() => withAllTexts(import("./SelectionBar")).then((it) => it.default));

/** The list of what waits: filters, rows, selection, and the next page. */
export function Waiting() {
  const search = useSearch({ from: "/office/" });
  const desk = useDesk(search);
  const markRead = useMarkRead();
  const mayMark = useMay("mark_desk");
  const items = desk.data?.pages.flatMap((page) => page.items) ?? [];
  const selection = useSelection(items);
  const read = (ids: string[]) => {
    // After a failure the same ones are tried again.
    if (ids.length > 0) markRead.mutate(ids, { onSuccess: selection.clear });
  };
  useDeskKeys(items, mayMark ? selection : null, read);

  return (
    <>
      <DeskFilters counts={desk.data?.pages[0]?.counts} />
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
              onSelect={mayMark ? () => selection.toggle(item.id) : null}
              onOpen={() => mayMark && item.unread && markRead.mutate([item.id])}
            />
          ))}
        </ul>
      )}
      {/* Below the rows: above them it would push the next row away from under the finger. */}
      {selection.ids.length > 0 && (
        <SelectionBar items={items} selection={selection} onRead={() => read(selection.ids)} />
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
