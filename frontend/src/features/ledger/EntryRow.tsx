import { Trans, useLingui } from "@lingui/react";
import { useId, useState } from "react";
import type { LedgerEntry } from "@/api/schema";
import { Num, nameOf, Time, titleOf } from "@/i18n/format";
import { kindLabel, subjectLabel } from "@/office/ledgerWords";
import { EntryDetails } from "./EntryDetails";

/** The official number that the act allotted, where it allotted one. */
function numberIn({ body }: LedgerEntry): string | null {
  const content = (body as { content?: Record<string, unknown> }).content;
  const number = content?.number ?? content?.diary_number;
  return typeof number === "string" ? number : null;
}

export function EntryRow({ entry, startsOpen }: { entry: LedgerEntry; startsOpen: boolean }) {
  const { i18n } = useLingui();
  const [open, setOpen] = useState(startsOpen);
  const number = numberIn(entry);
  const details = useId();
  return (
    <li className="px-4 py-2">
      <div className="grid items-baseline gap-x-4 gap-y-0.5 lg:grid-cols-[5rem_11rem_16rem_minmax(0,1fr)_auto]">
        <span className="text-sm text-muted">
          {entry.position === null ? (
            <Trans id="ledger.pending" message="waiting" />
          ) : (
            <Num>№ {entry.position}</Num>
          )}
        </span>
        <span className="text-sm text-muted">
          <Time at={entry.at} />
        </span>
        <span className="font-medium lang-ur:font-normal">{kindLabel(i18n, entry.kind)}</span>
        <span className="min-w-0">
          <span className="text-muted">
            {subjectLabel(i18n, entry.subject_kind)}
            {number && (
              <>
                {" "}
                <Num>{number}</Num>
              </>
            )}
            {" · "}
          </span>
          {entry.person ? (
            <bdi>{nameOf(entry.person)}</bdi>
          ) : (
            <Trans id="ledger.system" message="The system" />
          )}
          {entry.post && (
            <span className="text-muted">
              {" · "}
              <bdi>{titleOf(entry.post)}</bdi>
            </span>
          )}
        </span>
        <button
          type="button"
          aria-expanded={open}
          aria-controls={open ? details : undefined}
          className="justify-self-start text-sm text-accent underline"
          onClick={() => setOpen(!open)}
        >
          {open ? <Trans id="ledger.less" message="Less" /> : <Trans id="ledger.more" message="The entry" />}
        </button>
      </div>
      {open && (
        <section id={details} aria-label={i18n._({ id: "ledger.more", message: "The entry" })}>
          <EntryDetails entry={entry} />
        </section>
      )}
    </li>
  );
}
