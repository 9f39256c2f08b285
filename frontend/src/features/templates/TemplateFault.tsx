import { Trans, useLingui } from "@lingui/react";
import { ProblemError } from "@/api/problem";
import type { TemplateProblem } from "@/api/schema";
import { Num } from "@/i18n/format";
import { ActError } from "@/office/ActError";
import { Button } from "@/ui/Button";
import { languageLabel, sampleLabel, shownLabel } from "./words";

/** What is wrong with a template, if that is what a refusal says. */
export function faultOf(error: unknown): TemplateProblem | null {
  return error instanceof ProblemError ? (error.template as TemplateProblem | null) : null;
}

/** A refusal; each mistake leads to its place. */
export function TemplateFault({
  error,
  onGo,
}: {
  error: unknown;
  onGo: (line: number, column: number) => void;
}) {
  const { i18n } = useLingui();
  if (!error) return null;
  const fault = faultOf(error);
  return (
    <div className="flex flex-col gap-2">
      <ActError error={error} />
      {fault && (
        <div className="rounded-md border border-line bg-surface px-4 py-3">
          {fault.sample && (
            <p className="text-sm text-muted">
              <Trans
                id="template.fault.sample"
                message="On the sample: {sample}, {language}"
                values={{
                  sample: sampleLabel(i18n, fault.sample.kind),
                  language: languageLabel(i18n, fault.sample.language),
                }}
              />
            </p>
          )}
          <ul className="flex flex-col gap-1">
            {fault.mistakes.map((mistake) => (
              <li key={`${mistake.line}:${mistake.column}:${mistake.message}`}>
                <Button tone="quiet" onClick={() => onGo(mistake.line, mistake.column)}>
                  <Trans
                    id="template.fault.place"
                    message="Line {line}, column {column}"
                    values={{ line: <Num>{mistake.line}</Num>, column: <Num>{mistake.column}</Num> }}
                  />
                </Button>{" "}
                <bdi dir="ltr" lang="en">
                  {mistake.message}
                  {mistake.hint && ` (${mistake.hint})`}
                </bdi>
              </li>
            ))}
            {fault.hidden.map((what) => (
              <li key={what}>
                <Trans
                  id="template.fault.hidden"
                  message="Missing: {what}"
                  values={{ what: shownLabel(i18n, what) }}
                />
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
