import { Trans, useLingui } from "@lingui/react";
import { useId, useRef } from "react";
import type { ImportSheet } from "@/api/schema";
import { problemText } from "@/i18n/problems";
import { download } from "@/office/download";
import { Button } from "@/ui/Button";
import { CheckIcon } from "@/ui/icons";
import { toast } from "@/ui/toast";
import { sheetLabel } from "./sheets";

interface SheetFieldProps {
  sheet: ImportSheet;
  file: File | null;
  disabled: boolean;
  onChoose: (file: File | null) => void;
}

/** One table: its sample, and the file chosen for it. */
export function SheetField({ sheet, file, disabled, onChoose }: SheetFieldProps) {
  const { i18n } = useLingui();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const label = sheetLabel(i18n, sheet);
  const sample = async () => {
    try {
      await download(`/api/v1/organisation/imports/templates/${sheet}`, `${sheet}.csv`);
    } catch (error) {
      toast(problemText(error), "failed");
    }
  };
  return (
    <div className="flex flex-col gap-2 rounded-md border border-line bg-paper p-3">
      <div className="flex items-baseline justify-between gap-2">
        <label htmlFor={id} className="font-medium lang-ur:font-normal">
          {label}
        </label>
        <button type="button" className="text-sm text-accent underline" onClick={() => void sample()}>
          <Trans id="import.sample" message="Sample of {sheet}" values={{ sheet: label }} />
        </button>
      </div>
      <input
        ref={input}
        id={id}
        type="file"
        accept=".csv,text/csv"
        disabled={disabled}
        className="sr-only"
        tabIndex={-1}
        onChange={(event) => {
          onChoose(event.target.files?.[0] ?? null);
          event.target.value = "";
        }}
      />
      <div className="flex flex-wrap items-center gap-2">
        <Button
          disabled={disabled}
          aria-label={i18n._({
            id: "import.choose.for",
            message: "Choose the file for {sheet}",
            values: { sheet: label },
          })}
          onClick={() => input.current?.click()}
        >
          {file ? (
            <Trans id="import.change" message="Change" />
          ) : (
            <Trans id="import.choose" message="Choose a file" />
          )}
        </Button>
        {file && (
          <>
            <span className="flex min-w-0 items-center gap-1 text-green">
              <CheckIcon />
              <bdi dir="ltr" className="truncate text-ink">
                {file.name}
              </bdi>
            </span>
            <Button tone="quiet" disabled={disabled} onClick={() => onChoose(null)}>
              <Trans id="import.remove" message="Remove" />
            </Button>
          </>
        )}
      </div>
    </div>
  );
}
