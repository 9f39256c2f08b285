import { Trans, useLingui } from "@lingui/react";
import { useEffect, useRef } from "react";
import type { Import } from "@/api/schema";
import { Num } from "@/i18n/format";
import { cx } from "@/ui/cx";
import { CheckIcon, WarningIcon } from "@/ui/icons";
import { sheetLabel, wrongRows } from "./sheets";

/** How far the import is, and what came of it. */
export function ImportResult({ run }: { run: Import }) {
  const section = useRef<HTMLElement>(null);
  // On a phone it stands below what can be seen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another state is another result.
  useEffect(() => {
    section.current?.scrollIntoView({ block: "nearest" });
  }, [run.state]);
  return (
    <section
      ref={section}
      aria-live="polite"
      className="scroll-my-20 rounded-lg border border-line bg-surface p-4 sm:p-5"
    >
      {run.state === "refused" ? (
        <Refused run={run} />
      ) : run.state === "done" ? (
        <Done run={run} />
      ) : (
        <Progress run={run} />
      )}
    </section>
  );
}

function Progress({ run }: { run: Import }) {
  const { i18n } = useLingui();
  const label =
    run.state === "applying"
      ? i18n._({ id: "import.applying", message: "Applying" })
      : run.state === "checking"
        ? i18n._({ id: "import.checking", message: "Checking" })
        : i18n._({ id: "import.queued", message: "Waiting to start" });
  return (
    <div className="flex flex-col gap-1.5">
      <p className="flex justify-between">
        <span>{label}…</span>
        {run.total > 0 && (
          <Num>
            {run.done} / {run.total}
          </Num>
        )}
      </p>
      <progress
        className="h-2.5 w-full accent-accent"
        aria-label={label}
        max={Math.max(run.total, 1)}
        {...(run.total > 0 && { value: run.done })}
      />
    </div>
  );
}

function Done({ run }: { run: Import }) {
  return (
    <>
      <h2 className="mb-1 flex items-center gap-2 font-serif text-lg text-green">
        <CheckIcon />
        {run.dry_run ? (
          <Trans id="import.done.checked" message="Every row is right. Nothing has been changed yet." />
        ) : (
          <Trans id="import.done.applied" message="The tables have been applied." />
        )}
      </h2>
      <p>
        {run.dry_run ? (
          <Trans
            id="import.counts.dry"
            message="Applying would create {created}, change {updated} and leave {unchanged} as they are."
            values={countsOf(run)}
          />
        ) : (
          <Trans
            id="import.counts"
            message="Created {created}, changed {updated}, left {unchanged} as they were."
            values={countsOf(run)}
          />
        )}
      </p>
    </>
  );
}

function countsOf(run: Import) {
  return {
    created: <Num>{run.created}</Num>,
    updated: <Num>{run.updated}</Num>,
    unchanged: <Num>{run.unchanged}</Num>,
  };
}

function Refused({ run }: { run: Import }) {
  const { i18n } = useLingui();
  const cell = "px-1.5 py-1.5 text-start align-top sm:px-3";
  return (
    <>
      <h2 className="mb-1 flex items-center gap-2 font-serif text-lg text-red">
        <WarningIcon />
        <Trans
          id="import.refused"
          message="{count, plural, one {# row is wrong} other {# rows are wrong}}. Nothing has been changed."
          values={{ count: wrongRows(run.errors) }}
        />
      </h2>
      <p className="mb-3 text-muted">
        <Trans
          id="import.refused.do"
          message="Put these rows right in your tables, choose the files again, and check again. Row 1 is the heading."
        />
      </p>
      <div className="overflow-x-auto">
        <table className="w-full border-collapse">
          <thead className="border-b border-line text-sm text-muted">
            <tr>
              <th scope="col" className={cell}>
                <Trans id="import.table" message="Table" />
              </th>
              <th scope="col" className={cell}>
                <Trans id="import.row" message="Row" />
              </th>
              <th scope="col" className={cell}>
                <Trans id="import.column" message="Column" />
              </th>
              <th scope="col" className={cell}>
                <Trans id="import.problem" message="What is wrong" />
              </th>
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {run.errors.map((error) => (
              <tr key={`${error.sheet}-${error.row}-${error.column}-${error.code}`}>
                <td className={cell}>{sheetLabel(i18n, error.sheet)}</td>
                <td className={cell}>
                  <Num>{error.row}</Num>
                </td>
                <td className={cx(cell, "min-w-20 wrap-anywhere")}>
                  {error.column && <Num>{error.column}</Num>}
                </td>
                <td className={cx(cell, "min-w-32")}>{error.message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
