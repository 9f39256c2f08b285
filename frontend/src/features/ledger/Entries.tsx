import { Trans } from "@lingui/react";
import type { LedgerSearch } from "@/routes/ledger";
import { Button } from "@/ui/Button";
import { ErrorNotice } from "@/ui/errors";
import { EmptyState, SkeletonRows } from "@/ui/states";
import { EntryRow } from "./EntryRow";
import { Filters } from "./Filters";
import { useLedger } from "./queries";

/** The entries that fit, the latest first. */
export function Entries({ search }: { search: LedgerSearch }) {
  const ledger = useLedger(search);
  const items = ledger.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <Filters search={search} />
      {ledger.isPending && <SkeletonRows rows={8} />}
      {ledger.error && !ledger.data && (
        <ErrorNotice error={ledger.error} onRetry={() => void ledger.refetch()} />
      )}
      {ledger.data && items.length === 0 && <Nothing isDigest={search.digest !== undefined} />}
      {items.length > 0 && (
        <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
          {items.map((entry) => (
            <EntryRow key={entry.id} entry={entry} startsOpen={entry.digest === search.digest} />
          ))}
        </ul>
      )}
      {ledger.hasNextPage && (
        <div className="flex justify-center pt-3">
          <Button pending={ledger.isFetchingNextPage} onClick={() => void ledger.fetchNextPage()}>
            <Trans id="ui.more" message="Show more" />
          </Button>
        </div>
      )}
    </>
  );
}

function Nothing({ isDigest }: { isDigest: boolean }) {
  if (isDigest) {
    return (
      <EmptyState title={<Trans id="ledger.digest.none" message="The ledger has no act with this receipt" />}>
        <Trans
          id="ledger.digest.none.do"
          message="Take away the other filters and compare the digits with the receipt. If they are right, an act for which the office gave a receipt is not in its ledger: keep the receipt as evidence."
        />
      </EmptyState>
    );
  }
  return (
    <EmptyState title={<Trans id="ledger.empty" message="No entry fits" />}>
      <Trans id="ledger.empty.do" message="Take away a filter or choose a longer period." />
    </EmptyState>
  );
}
