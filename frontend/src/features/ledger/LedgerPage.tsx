import { Trans, useLingui } from "@lingui/react";
import { Link, useSearch } from "@tanstack/react-router";
import { isProblem } from "@/api/problem";
import type { LedgerSearch } from "@/routes/ledger";
import { ErrorNotice } from "@/ui/errors";
import { PageHeader } from "@/ui/states";
import { useTitle } from "@/ui/useTitle";
import { Entries } from "./Entries";
import { LedgerState } from "./LedgerState";
import { useStatus } from "./queries";

const NAMES = ["module", "kind", "subject", "digest", "from", "to", "view"] as const;

/** An address may say anything; what is no text of a known name is left out. */
const asked = (search: LedgerSearch): LedgerSearch =>
  Object.fromEntries(
    NAMES.map((name) => [name, search[name]]).filter(([, value]) => value && `${value}` === value),
  );

/** Every act of the office as it was recorded, for the auditor, and what proves that nothing of it was changed. */
export function LedgerPage() {
  const { i18n } = useLingui();
  const search = asked(useSearch({ from: "/office/ledger" }));
  const status = useStatus();
  const isForbidden = isProblem(status.error) && status.error.status === 403;
  useTitle(i18n._({ id: "shell.ledger", message: "Ledger" }));
  return (
    <div className="mx-auto max-w-[90rem]">
      <PageHeader
        title={<Trans id="shell.ledger" message="Ledger" />}
        lead={
          <Trans
            id="ledger.lead"
            message="Every act as it was recorded, the latest first. Nothing here can be changed."
          />
        }
      />
      {isForbidden ? (
        <ErrorNotice error={status.error} />
      ) : (
        <>
          <Rooms />
          {search.view ? <LedgerState /> : <Entries search={search} />}
        </>
      )}
    </div>
  );
}

/** The two rooms of the ledger. */
function Rooms() {
  const { i18n } = useLingui();
  const rooms = [
    { view: undefined, label: i18n._({ id: "ledger.entries", message: "Entries" }) },
    { view: "state", label: i18n._({ id: "ledger.state", message: "State and checkpoints" }) },
  ];
  return (
    <nav
      aria-label={i18n._({ id: "shell.ledger", message: "Ledger" })}
      className="no-print mb-4 flex w-fit max-w-full gap-1 overflow-x-auto rounded-lg bg-sunken p-1"
    >
      {rooms.map(({ view, label }) => (
        <Link
          key={label}
          to="/ledger"
          search={{ view }}
          activeOptions={{ explicitUndefined: true }}
          className="whitespace-nowrap rounded-md px-3 py-1 no-underline"
          activeProps={{ className: "bg-surface text-ink shadow-sm" }}
          inactiveProps={{ className: "text-muted hover:text-ink" }}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
