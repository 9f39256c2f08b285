import { Trans, useLingui } from "@lingui/react";
import type { LedgerCheckpoint } from "@/api/schema";
import { Num, Time } from "@/i18n/format";
import { Button } from "@/ui/Button";
import { ErrorNotice } from "@/ui/errors";
import { SkeletonRows } from "@/ui/states";
import { Panel, saveCheckpoint } from "./LedgerState";
import { useCheckpoints } from "./queries";

/** The checkpoints that were signed, the latest first, with what witnesses outside the office have seen. */
export function CheckpointHistory() {
  const history = useCheckpoints();
  const items = history.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Panel title={<Trans id="ledger.history" message="Checkpoint history" />}>
      <p className="text-sm text-muted">
        <Trans
          id="ledger.history.lead"
          message="Of the checkpoints of one minute the last is kept. Cosignatures are shown as the server has them; an export holds them for checking."
        />
      </p>
      {history.isPending && <SkeletonRows rows={5} />}
      {history.error && !history.data && (
        <ErrorNotice error={history.error} onRetry={() => void history.refetch()} />
      )}
      <ul className="divide-y divide-line">
        {items.map((checkpoint) => (
          <Row key={checkpoint.size} checkpoint={checkpoint} />
        ))}
      </ul>
      {history.hasNextPage && (
        <Button
          className="self-center"
          pending={history.isFetchingNextPage}
          onClick={() => void history.fetchNextPage()}
        >
          <Trans id="ui.more" message="Show more" />
        </Button>
      )}
    </Panel>
  );
}

function Row({ checkpoint }: { checkpoint: LedgerCheckpoint }) {
  const { i18n } = useLingui();
  const { size, at, root, cosignatures } = checkpoint;
  return (
    <li className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5 py-2">
      <span className="min-w-0 flex-1">
        <Trans id="ledger.history.size" message="{size} entries" values={{ size: <Num>{size}</Num> }} />
        <span className="text-muted">
          {" · "}
          <Time at={at} />
        </span>
        <code
          dir="ltr"
          lang="en"
          title={root}
          className="block truncate font-mono text-sm text-muted rtl:text-end"
        >
          {root}
        </code>
        {cosignatures.length === 0 ? (
          <span className="text-sm text-muted">
            <Trans id="ledger.history.unseen" message="No witness has cosigned it" />
          </span>
        ) : (
          <ul className="text-sm">
            {cosignatures.map((line) => (
              <li key={line.witness}>
                <Trans
                  id="ledger.history.seen"
                  message="Cosigned by {witness}, {time}"
                  values={{ witness: <Num>{line.witness}</Num>, time: <Time at={line.at} /> }}
                />
              </li>
            ))}
          </ul>
        )}
      </span>
      <Button
        className="no-print min-h-8 text-sm"
        aria-label={i18n._({
          id: "ledger.history.save",
          message: "Save the checkpoint of {size} entries",
          values: { size },
        })}
        onClick={() => saveCheckpoint(checkpoint)}
      >
        <Trans id="ledger.save" message="Save" />
      </Button>
    </li>
  );
}
