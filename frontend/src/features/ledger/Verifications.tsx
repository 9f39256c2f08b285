import { Trans, useLingui } from "@lingui/react";
import { useMutation } from "@tanstack/react-query";
import { bodyOf, client } from "@/api/client";
import type { LedgerVerification } from "@/api/schema";
import { Num, nameOf, Time } from "@/i18n/format";
import { problemText } from "@/i18n/problems";
import { Button } from "@/ui/Button";
import { ErrorNotice } from "@/ui/errors";
import { CheckIcon, WarningIcon } from "@/ui/icons";
import { Chip, SkeletonRows } from "@/ui/states";
import { toast } from "@/ui/toast";
import { Panel } from "./LedgerState";
import { isOpen, useVerifications } from "./queries";

/** Runs of the office's own check of its ledger: the last one, how far one is, and those before. */
export function Verifications() {
  const { i18n } = useLingui();
  const runs = useVerifications();
  const items = runs.data?.items ?? [];
  const ask = useMutation({
    mutationFn: () => bodyOf(client.POST("/api/v1/ledger/verifications")),
    onSuccess: () => runs.refetch(),
    onError: (error) => toast(problemText(error), "failed"),
  });
  const open = items.find(isOpen);
  const [last, ...earlier] = items.filter((run) => !isOpen(run));
  return (
    <Panel title={<Trans id="ledger.check" message="The office's own check" />}>
      <p className="text-sm text-muted">
        <Trans
          id="ledger.check.lead"
          message="Every entry, checkpoint, note, draft, signature and number, compared with what the office keeps: once a day, and when you ask. It is the office's word about itself; an export checked elsewhere is better."
        />
      </p>
      {runs.isPending && <SkeletonRows rows={2} />}
      {runs.error && !runs.data && <ErrorNotice error={runs.error} onRetry={() => void runs.refetch()} />}
      {last && <Last run={last} />}
      {runs.data && !last && !open && (
        <p>
          <Trans id="ledger.check.none" message="No check has run yet." />
        </p>
      )}
      {open ? (
        <Progress run={open} />
      ) : (
        <Button
          className="no-print self-start"
          pending={ask.isPending}
          disabled={!runs.data}
          onClick={() => ask.mutate()}
        >
          <Trans id="ledger.check.ask" message="Check now" />
        </Button>
      )}
      {earlier.length > 0 && (
        <details>
          <summary className="w-fit text-accent">
            {i18n._({ id: "ledger.check.earlier", message: "Earlier checks" })}
          </summary>
          <ul className="mt-1 divide-y divide-line">
            {earlier.map((run) => (
              <li key={run.id} className="flex flex-wrap items-baseline gap-x-3 py-1.5">
                <State run={run} />
                <span className="text-sm text-muted">
                  <Asked run={run} />
                </span>
                {run.place && <Finding run={run} />}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Panel>
  );
}

function State({ run }: { run: LedgerVerification }) {
  if (run.state === "whole") {
    return (
      <Chip tone="green">
        <CheckIcon />
        <Trans id="ledger.check.whole" message="The ledger is whole" />
      </Chip>
    );
  }
  if (run.state === "wrong") {
    return (
      <Chip tone="red">
        <WarningIcon />
        <Trans id="ledger.check.wrong" message="Something was changed" />
      </Chip>
    );
  }
  return (
    <Chip tone="amber">
      <Trans id="ledger.check.unread" message="The check could not be carried through" />
    </Chip>
  );
}

function Last({ run }: { run: LedgerVerification }) {
  return (
    <div className="flex flex-col gap-1.5">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <State run={run} />
        <span className="text-sm text-muted">
          <Asked run={run} />
        </span>
      </p>
      {run.state === "wrong" && (
        <p role="alert" className="font-medium text-red lang-ur:font-normal">
          <Trans
            id="ledger.check.alarm"
            message="What the office keeps is not what was signed. Keep your latest checkpoint, have the database and its backups secured, and find out who had access."
          />
        </p>
      )}
      {run.problem && <Finding run={run} />}
      {run.checked && (
        <p className="text-sm text-muted">
          <Trans
            id="ledger.check.counts"
            message="Looked at: {entries} entries, {checkpoints} checkpoints, {notes} notes, {texts} texts of drafts, {signatures} signatures, {documents} papers."
            values={{
              entries: <Num>{run.checked.entries}</Num>,
              checkpoints: <Num>{run.checked.checkpoints}</Num>,
              notes: <Num>{run.checked.notes}</Num>,
              texts: <Num>{run.checked.texts}</Num>,
              signatures: <Num>{run.checked.signatures}</Num>,
              documents: <Num>{run.checked.documents}</Num>,
            }}
          />
        </p>
      )}
    </div>
  );
}

/** The first wrong thing: for experts, as `daftar verify` says it. */
function Finding({ run: { place, problem } }: { run: LedgerVerification }) {
  return (
    <code dir="ltr" lang="en" className="block break-words rounded-md bg-sunken px-3 py-2 font-mono text-sm">
      {[place, problem].filter(Boolean).join(": ")}
    </code>
  );
}

function Asked({ run: { asked_by, asked_at, finished_at } }: { run: LedgerVerification }) {
  const at = <Time at={finished_at ?? asked_at} />;
  return asked_by ? (
    <Trans
      id="ledger.check.by"
      message="{at}, asked for by {person}"
      values={{ at, person: <bdi>{nameOf(asked_by)}</bdi> }}
    />
  ) : (
    at
  );
}

function Progress({ run: { state, done, total } }: { run: LedgerVerification }) {
  const { i18n } = useLingui();
  const label = i18n._({ id: "ledger.check.running", message: "Checking the ledger" });
  return (
    <div role="status" className="flex flex-col gap-1">
      <span>
        {state === "waiting" ? (
          <Trans id="ledger.check.waiting" message="Waits for the worker" />
        ) : (
          <>
            {label}{" "}
            {total > 0 && (
              <span className="text-muted">
                <Num>{`${Math.floor((done * 100) / total)} %`}</Num>
              </span>
            )}
          </>
        )}
      </span>
      <progress
        aria-label={label}
        className="h-2 w-full accent-accent"
        {...(total > 0 ? { value: done, max: total } : {})}
      />
    </div>
  );
}
