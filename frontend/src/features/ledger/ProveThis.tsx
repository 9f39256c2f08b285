import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import type { LedgerEntry, LedgerEvidence } from "@/api/schema";
import { saveAs } from "@/office/download";
import { Button } from "@/ui/Button";
import { ErrorNotice } from "@/ui/errors";
import { Proof } from "./Proof";
import { readEvidence } from "./queries";
import type { Evidence } from "./verify/evidence";

export interface Proven {
  evidence: LedgerEvidence;
  found: Evidence;
  fileName: string;
}

export const saveEvidence = ({ evidence, fileName }: Proven): void =>
  saveAs(new Blob([JSON.stringify(evidence)], { type: "application/json" }), fileName);

/** Fetches the evidence, recomputes it here with code of its own, and saves what stood the test. */
async function prove(entry: LedgerEntry): Promise<Proven> {
  const [evidence, { checkEvidence }] = await Promise.all([
    readEvidence(entry.id),
    import("./verify/evidence"),
  ]);
  const found = await checkEvidence(evidence, entry);
  const proven = { evidence, found, fileName: `evidence-${evidence.entry.position}.json` };
  if (found.verdict !== "bad") saveEvidence(proven);
  return proven;
}

/** The button by which an auditor has an entry proved to him. */
export function ProveThis({ entry }: { entry: LedgerEntry }) {
  const { i18n } = useLingui();
  const [state, setState] = useState<{ proven?: Proven; error?: unknown; pending?: boolean }>({});
  const start = () => {
    setState((before) => ({ ...before, pending: true }));
    prove(entry).then(
      (proven) => setState({ proven }),
      (error: unknown) => setState({ error }),
    );
  };
  return (
    <div className="flex flex-col gap-3">
      <div className="no-print flex flex-wrap items-center gap-3">
        <Button tone="primary" pending={state.pending ?? false} onClick={start}>
          <Trans id="ledger.prove" message="Prove this" />
        </Button>
        <span className="text-sm text-muted">
          <Trans
            id="ledger.prove.what"
            message="This browser recomputes the proof, and then saves it as a file for anybody to check."
          />
        </span>
      </div>
      <div role="status" aria-label={i18n._({ id: "ledger.prove.result", message: "Result of the proof" })}>
        {state.error !== undefined && <ErrorNotice error={state.error} onRetry={start} />}
        {state.proven && <Proof proven={state.proven} />}
      </div>
    </div>
  );
}
