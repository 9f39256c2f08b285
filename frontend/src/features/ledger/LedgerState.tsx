import { Trans, useLingui } from "@lingui/react";
import type { ReactNode } from "react";
import type { LedgerCheckpoint, LedgerStatus } from "@/api/schema";
import { Num, Time } from "@/i18n/format";
import { saveAs } from "@/office/download";
import { Button } from "@/ui/Button";
import { CopyCode } from "@/ui/CopyCode";
import { ErrorNotice } from "@/ui/errors";
import { Chip, SkeletonRows } from "@/ui/states";
import { CheckpointHistory } from "./CheckpointHistory";
import { CompareKept } from "./CompareKept";
import { useStatus } from "./queries";
import { Verifications } from "./Verifications";

export const saveCheckpoint = ({ note, size }: LedgerCheckpoint): void =>
  saveAs(new Blob([note], { type: "text/plain" }), `checkpoint-${size}.txt`);

/** How the ledger is doing, and what an auditor can do about it now. */
export function LedgerState() {
  const status = useStatus();
  if (status.error && !status.data) {
    return <ErrorNotice error={status.error} onRetry={() => void status.refetch()} />;
  }
  if (!status.data) return <SkeletonRows rows={5} height="h-16" />;
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <div className="flex min-w-0 flex-col gap-4">
        <Present status={status.data} />
        <Verifications />
        <Duties />
      </div>
      <div className="flex min-w-0 flex-col gap-4">
        {status.data.checkpoint && <CompareKept />}
        <CheckpointHistory />
      </div>
    </div>
  );
}

/** A part of the page under its own heading. */
export function Panel({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-3 rounded-lg border border-line bg-surface p-4">
      <h2 className="font-serif text-xl font-semibold lang-ur:font-normal">{title}</h2>
      {children}
    </section>
  );
}

function Present({ status: { origin, keys, pending, checkpoint } }: { status: LedgerStatus }) {
  const { i18n } = useLingui();
  const root = i18n._({ id: "ledger.root", message: "Root of the tree" });
  return (
    <Panel title={<Trans id="ledger.present" message="The ledger now" />}>
      <dl className="flex flex-col gap-2">
        <Fact name={<Trans id="ledger.origin" message="Name of the ledger" />}>
          <Num className="break-all">{origin}</Num>
        </Fact>
        {checkpoint ? (
          <>
            <Fact name={<Trans id="ledger.size" message="Entries under the latest checkpoint" />}>
              <Num>{checkpoint.size}</Num>
            </Fact>
            <Fact name={<Trans id="ledger.signed_at" message="Signed" />}>
              <Time at={checkpoint.at} />
            </Fact>
            <Fact name={root}>
              <CopyCode label={root}>{checkpoint.root}</CopyCode>
            </Fact>
          </>
        ) : (
          <Fact name={<Trans id="ledger.size" message="Entries under the latest checkpoint" />}>
            <Trans id="ledger.no_checkpoint" message="There is no checkpoint before the first act." />
          </Fact>
        )}
        <Fact name={<Trans id="ledger.waiting" message="Entries that wait for their place" />}>
          <Num>{pending}</Num>{" "}
          {pending > 0 && (
            <Chip tone="amber">
              <Trans
                id="ledger.waiting.why"
                message="More than a few for more than a second: tell the administrator"
              />
            </Chip>
          )}
        </Fact>
        <Fact name={<Trans id="ledger.keys" message="Keys of the office, the oldest first" />}>
          <ul className="flex flex-col gap-1">
            {keys.map((key) => (
              <li key={key}>
                <CopyCode label={i18n._({ id: "ledger.key", message: "Key of the ledger" })}>{key}</CopyCode>
              </li>
            ))}
          </ul>
        </Fact>
      </dl>
      {checkpoint && (
        <Button tone="primary" className="no-print self-start" onClick={() => saveCheckpoint(checkpoint)}>
          <Trans id="ledger.checkpoint.save" message="Save the latest checkpoint" />
        </Button>
      )}
    </Panel>
  );
}

function Fact({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <div>
      <dt className="text-sm text-muted">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}

/** What makes the ledger worth more than the word of its office. */
function Duties() {
  return (
    <Panel title={<Trans id="ledger.duties" message="What an auditor does" />}>
      <ol className="flex list-decimal flex-col gap-2 ps-5">
        <li>
          <Trans
            id="ledger.duties.keep"
            message="Save the latest checkpoint at each visit and keep it outside the office. It binds the office to its whole past: with it you can tell later if an entry was changed, removed or slipped in."
          />
        </li>
        <li>
          <Trans
            id="ledger.duties.compare"
            message="At the next visit, compare the one that you kept, on this page."
          />
        </li>
        <li>
          <Trans
            id="ledger.duties.export"
            message="For a full audit, have the ledger exported on the server, and check the export on a machine of your own with the key that you were given:"
          />
          <pre
            dir="ltr"
            lang="en"
            className="mt-1 overflow-x-auto rounded-md bg-sunken p-3 font-mono text-sm"
          >
            {"daftar export-ledger DIR\npython verify.py export DIR --key KEY --checkpoint KEPT"}
          </pre>
        </li>
      </ol>
    </Panel>
  );
}
