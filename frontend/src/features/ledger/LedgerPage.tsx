import { Trans, useLingui } from "@lingui/react";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { isProblem } from "@/api/problem";
import type { LedgerEntry } from "@/api/schema";
import { Num, nameOf, Time, titleOf } from "@/i18n/format";
import type { LedgerSearch } from "@/routes/ledger";
import { Button } from "@/ui/Button";
import { DateField } from "@/ui/DateField";
import { ErrorNotice } from "@/ui/errors";
import { Select } from "@/ui/Field";
import { EmptyState, PageHeader, SkeletonRows } from "@/ui/states";
import { useTitle } from "@/ui/useTitle";
import { useLedger } from "./queries";
import { KINDS, kindLabel, MODULES, moduleLabel, subjectLabel } from "./words";

/** Every act of the office as it was recorded, for the auditor: nothing here can be changed. */
export function LedgerPage() {
  const { i18n } = useLingui();
  const search = useSearch({ from: "/office/ledger" });
  const ledger = useLedger(search);
  const items = ledger.data?.pages.flatMap((page) => page.items) ?? [];
  const isForbidden = isProblem(ledger.error) && ledger.error.status === 403;
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
      {!isForbidden && <Filters search={search} />}
      {ledger.isPending && <SkeletonRows rows={8} />}
      {ledger.error && !ledger.data && (
        <ErrorNotice error={ledger.error} onRetry={() => void ledger.refetch()} />
      )}
      {ledger.data && items.length === 0 && (
        <EmptyState title={<Trans id="ledger.empty" message="No entry fits" />}>
          <Trans id="ledger.empty.do" message="Take away a filter or choose a longer period." />
        </EmptyState>
      )}
      {items.length > 0 && (
        <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
          {items.map((entry) => (
            <EntryRow key={entry.id} entry={entry} />
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
    </div>
  );
}

function Filters({ search }: { search: LedgerSearch }) {
  const { i18n } = useLingui();
  const navigate = useNavigate({ from: "/ledger" });
  const set = (name: keyof LedgerSearch, value: string) =>
    void navigate({ search: (before) => ({ ...before, [name]: value || undefined }), replace: true });
  return (
    <div className="no-print mb-4 flex flex-wrap items-end gap-3">
      <Select
        className="w-44"
        label={i18n._({ id: "ledger.module", message: "Area" })}
        value={search.module ?? ""}
        onChange={(event) => set("module", event.target.value)}
      >
        <option value="">{i18n._({ id: "ledger.module.all", message: "Every area" })}</option>
        {MODULES.map((module) => (
          <option key={module} value={module}>
            {moduleLabel(i18n, module)}
          </option>
        ))}
      </Select>
      <Select
        className="w-60"
        label={i18n._({ id: "ledger.kind", message: "Kind of act" })}
        value={search.kind ?? ""}
        onChange={(event) => set("kind", event.target.value)}
      >
        <option value="">{i18n._({ id: "ledger.kind.all", message: "Every kind" })}</option>
        {KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {kindLabel(i18n, kind)}
          </option>
        ))}
      </Select>
      <DateField
        className="w-44"
        label={i18n._({ id: "ledger.from", message: "From" })}
        value={search.from ?? ""}
        onChange={(event) => set("from", event.target.value)}
      />
      <DateField
        className="w-44"
        label={i18n._({ id: "ledger.to", message: "To" })}
        value={search.to ?? ""}
        onChange={(event) => set("to", event.target.value)}
      />
      {search.subject && (
        <Button onClick={() => set("subject", "")}>
          <Trans id="ledger.subject.clear" message="All subjects again" />
        </Button>
      )}
    </div>
  );
}

/** The official number that the act allotted, where it allotted one. */
function numberIn({ body }: LedgerEntry): string | null {
  const content = (body as { content?: Record<string, unknown> }).content;
  const number = content?.number ?? content?.diary_number;
  return typeof number === "string" ? number : null;
}

function EntryRow({ entry }: { entry: LedgerEntry }) {
  const { i18n } = useLingui();
  const [open, setOpen] = useState(false);
  const number = numberIn(entry);
  return (
    <li className="px-4 py-2">
      <div className="grid items-baseline gap-x-4 gap-y-0.5 lg:grid-cols-[11rem_16rem_minmax(0,1fr)_auto]">
        <span className="text-sm text-muted">
          <Time at={entry.at} />
        </span>
        <span className="font-medium">{kindLabel(i18n, entry.kind)}</span>
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
          {entry.post && <span className="text-muted"> · {titleOf(entry.post)}</span>}
        </span>
        <span className="flex gap-3">
          <Link to="/ledger" search={{ subject: entry.subject_id }} className="text-sm text-accent underline">
            <Trans id="ledger.subject" message="All of this subject" />
          </Link>
          <button
            type="button"
            aria-expanded={open}
            className="text-sm text-accent underline"
            onClick={() => setOpen(!open)}
          >
            {open ? (
              <Trans id="ledger.less" message="Less" />
            ) : (
              <Trans id="ledger.more" message="The entry" />
            )}
          </button>
        </span>
      </div>
      {open && (
        <div dir="ltr" lang="en" className="mt-2 rounded-md bg-sunken p-3 text-sm">
          <p className="break-all">sha-256 {entry.digest}</p>
          <p className="break-all">
            {entry.module}.{entry.kind} {entry.subject_kind} {entry.subject_id}
          </p>
          <pre className="mt-2 overflow-x-auto whitespace-pre-wrap font-mono text-xs">
            {JSON.stringify(entry.body, null, 2)}
          </pre>
        </div>
      )}
    </li>
  );
}
