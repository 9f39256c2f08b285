import { Trans, useLingui } from "@lingui/react";
import { useQueryClient } from "@tanstack/react-query";
import { type ChangeEvent, useRef, useState } from "react";
import { Num } from "@/i18n/format";
import { Button } from "@/ui/Button";
import { ErrorNotice } from "@/ui/errors";
import { TextArea } from "@/ui/TextArea";
import { Panel } from "./LedgerState";
import { Verdict } from "./Proof";
import { readConsistency, statusQuery } from "./queries";
import type { Comparison, Standing } from "./verify/compare";
import type { Outcome } from "./verify/evidence";

const OUTCOMES: Record<Standing, Outcome> = {
  continues: "good",
  same: "good",
  unable: "unable",
  no_checkpoint: "unable",
  other_origin: "unable",
  not_signed: "bad",
  latest_bad: "bad",
  longer: "bad",
  altered: "bad",
};

/** The checkpoint that an auditor brings back, held against the ledger of today. */
export function CompareKept() {
  const { i18n } = useLingui();
  const queries = useQueryClient();
  const [text, setText] = useState("");
  const [state, setState] = useState<{ found?: Comparison; error?: unknown; pending?: boolean }>({});
  const file = useRef<HTMLInputElement>(null);

  const compare = async (kept: string): Promise<Comparison> => {
    const [status, { compareKept }] = await Promise.all([
      // As it is now: what the page shows may be older than what was kept.
      queries.fetchQuery({ ...statusQuery(), staleTime: 0 }),
      import("./verify/compare"),
    ]);
    return compareKept(kept, status.checkpoint?.note ?? "", status.keys, readConsistency);
  };
  const start = (kept: string) => {
    setState({ pending: true });
    compare(kept).then(
      (found) => setState({ found }),
      (error: unknown) => setState({ error }),
    );
  };
  const open = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const kept = await target.files?.[0]?.text();
    // The same file may be opened again.
    target.value = "";
    if (kept === undefined) return;
    setText(kept);
    start(kept);
  };
  return (
    <Panel title={<Trans id="ledger.compare" message="Compare with a checkpoint that I kept" />}>
      <TextArea
        label={i18n._({ id: "ledger.compare.kept", message: "The checkpoint that you kept" })}
        hint={i18n._({
          id: "ledger.compare.hint",
          message:
            "Open the file, or paste its text whole, from the name of the ledger to the last signature.",
        })}
        dir="ltr"
        rows={5}
        spellCheck={false}
        autoComplete="off"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setState({});
        }}
      />
      <div className="no-print flex flex-wrap gap-2">
        <Button
          tone="primary"
          pending={state.pending ?? false}
          aria-disabled={text.trim() === "" || undefined}
          onClick={() => text.trim() !== "" && start(text)}
        >
          <Trans id="ledger.compare.do" message="Compare" />
        </Button>
        <Button onClick={() => file.current?.click()}>
          <Trans id="ledger.compare.open" message="Open a file" />
        </Button>
        <input
          ref={file}
          type="file"
          accept=".txt,text/plain"
          aria-label={i18n._({ id: "ledger.compare.open", message: "Open a file" })}
          className="hidden"
          onChange={(event) => void open(event)}
        />
      </div>
      <div
        role="status"
        aria-label={i18n._({ id: "ledger.compare.result", message: "Result of the comparison" })}
      >
        {state.error !== undefined && <ErrorNotice error={state.error} onRetry={() => start(text)} />}
        {state.found && <Found found={state.found} />}
      </div>
    </Panel>
  );
}

function Found({ found }: { found: Comparison }) {
  const { standing, signaturesChecked } = found;
  const outcome = OUTCOMES[standing];
  return (
    <Verdict outcome={outcome === "good" && !signaturesChecked ? "unable" : outcome}>
      <p>
        <StandingWords found={found} />
      </p>
      {!signaturesChecked && standing !== "unable" && (
        <p>
          <Trans
            id="ledger.compare.unsigned"
            message="This browser does not know Ed25519: only sizes and hashes were compared, not the signatures."
          />
        </p>
      )}
    </Verdict>
  );
}

/** The result in plain words. */
function StandingWords({ found: { standing, kept, latest } }: { found: Comparison }) {
  const values = {
    kept: <Num>{kept?.size}</Num>,
    latest: <Num>{latest?.size}</Num>,
    origin: <Num>{kept?.origin}</Num>,
  };
  switch (standing) {
    case "continues":
      return (
        <Trans
          id="ledger.compare.continues"
          message="The ledger goes on from it. The {kept} entries that it covers are unchanged and in their places, and the ledger has {latest} now."
          values={values}
        />
      );
    case "same":
      return (
        <Trans
          id="ledger.compare.same"
          message="It is the latest one. The ledger has these {kept} entries, unchanged, and none after them."
          values={values}
        />
      );
    case "altered":
      return (
        <Trans
          id="ledger.compare.altered"
          message="The ledger does not go on from it. The office signed another past of {kept} entries than the one it has now: entries were altered, or there are two ledgers. Keep your checkpoint safe and report this."
          values={values}
        />
      );
    case "longer":
      return (
        <Trans
          id="ledger.compare.longer"
          message="It is longer than the ledger. It covers {kept} entries and the ledger has only {latest}: an old copy of the office was put back, or its end was cut off. Keep your checkpoint safe and report this."
          values={values}
        />
      );
    case "not_signed":
      return (
        <Trans
          id="ledger.compare.not_signed"
          message="No key of this office has signed it as it is. Either it was changed since you kept it, or the office now names other keys than it had then. Compare the keys on this page with the one that you were given."
        />
      );
    case "latest_bad":
      return (
        <Trans
          id="ledger.compare.latest_bad"
          message="The latest checkpoint of this server is not signed with its own keys. Save it and report this."
        />
      );
    case "other_origin":
      return (
        <Trans
          id="ledger.compare.other_origin"
          message="It is the checkpoint of another ledger: {origin}."
          values={values}
        />
      );
    case "no_checkpoint":
      return (
        <Trans
          id="ledger.compare.no_checkpoint"
          message="This is not a whole checkpoint. It has three lines, an empty line, and at least one line that begins with a dash (—)."
        />
      );
    case "unable":
      return (
        <Trans
          id="ledger.compare.unable"
          message="This browser computes only over a secure connection (https). Open this page so, or use verify.py."
        />
      );
  }
}
