import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import type { ImportSheet } from "@/api/schema";
import { OrganisationNav } from "@/office/OrganisationNav";
import { Button } from "@/ui/Button";
import { confirm } from "@/ui/confirm";
import { ErrorNotice } from "@/ui/errors";
import { PageHeader } from "@/ui/states";
import { useTitle } from "@/ui/useTitle";
import { ImportResult } from "./ImportResult";
import { SheetField } from "./SheetField";
import { type ChosenFiles, SHEETS } from "./sheets";
import { useImport } from "./useImport";

/** Units, posts, persons and charges of a whole ministry from four tables; first checked, then applied. */
export function ImportPage() {
  const { i18n } = useLingui();
  const title = i18n._({ id: "organisation.import", message: "Import from CSV" });
  const [files, setFiles] = useState<ChosenFiles>({});
  const { start, reset, run, running, error } = useImport();
  const any = Object.keys(files).length > 0;
  const checked = run?.state === "done" && run.dry_run;
  useTitle(title);

  const choose = (sheet: ImportSheet, file: File | null) => {
    reset();
    setFiles(({ [sheet]: _, ...rest }) => (file ? { ...rest, [sheet]: file } : rest));
  };
  const apply = async () => {
    const yes = await confirm({
      title: i18n._({ id: "import.apply.ask", message: "Apply these tables to the organisation?" }),
      body: i18n._({
        id: "import.apply.effect",
        message:
          "All rows are applied together or not at all. The same tables can be applied again without harm.",
      }),
      action: i18n._({ id: "import.apply", message: "Apply" }),
    });
    if (yes) start({ files, dryRun: false });
  };

  return (
    <div className="mx-auto max-w-[90rem]">
      <PageHeader title={title} />
      <OrganisationNav />
      <section className="rounded-lg border border-line bg-surface p-4 sm:p-5">
        <p className="mb-4 max-w-prose text-muted">
          <Trans
            id="import.lead"
            message="Choose one to four tables. The check lists every wrong row and changes nothing; what is right can then be applied."
          />
        </p>
        <div className="grid gap-4 sm:grid-cols-2">
          {SHEETS.map((sheet) => (
            <SheetField
              key={sheet}
              sheet={sheet}
              file={files[sheet] ?? null}
              disabled={running}
              onChoose={(file) => choose(sheet, file)}
            />
          ))}
        </div>
        <div className="mt-5 flex flex-wrap gap-2">
          <Button
            tone={checked ? "plain" : "primary"}
            disabled={!any}
            pending={running}
            onClick={() => start({ files, dryRun: true })}
          >
            <Trans id="import.check" message="Check the tables" />
          </Button>
          {checked && (
            <Button tone="primary" onClick={() => void apply()}>
              <Trans id="import.apply" message="Apply" />
            </Button>
          )}
        </div>
      </section>
      <div className="mt-4">
        {error && <ErrorNotice error={error} />}
        {run && <ImportResult run={run} />}
      </div>
    </div>
  );
}
