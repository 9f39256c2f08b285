import { Trans } from "@lingui/react";
import { type ReactNode, useEffect, useRef } from "react";
import { isProblem, ProblemError } from "@/api/problem";
import { Time } from "@/i18n/format";
import { problemDetail, problemTitle } from "@/i18n/problems";
import { Button } from "./Button";
import { WarningIcon } from "./icons";

interface ErrorNoticeProps {
  error: unknown;
  onRetry?: () => void;
}

/** Not allowed, or not there: asking once more gets the same answer. */
const FINAL = new Set([403, 404]);

/** A refusal or a failure in place of what should be here. */
export function ErrorNotice({ error, onRetry }: ErrorNoticeProps) {
  const detail = problemDetail(error);
  const mayHelp = !isProblem(error) || !FINAL.has(error.status);
  // Of a wrong password or a link that has been used nobody needs a reference.
  const trace = error instanceof ProblemError && error.status >= 500 ? error.traceId : null;
  return (
    <div role="alert" className="flex items-start gap-3 rounded-md border border-red bg-red-soft px-4 py-3">
      <span className="pt-0.5 text-red">
        <WarningIcon />
      </span>
      <div className="flex flex-col items-start gap-1">
        <p className="font-medium">{problemTitle(error)}</p>
        {detail && <p>{detail}</p>}
        {isProblem(error) && error.retryAt && (
          <p>
            <Trans
              id="ui.retryAt"
              message="Next try at {time}"
              values={{ time: <Time at={error.retryAt} only="time" /> }}
            />
          </p>
        )}
        {trace && (
          <p className="text-sm text-muted">
            <Trans id="ui.trace" message="Reference for support:" /> <bdi dir="ltr">{trace}</bdi>
          </p>
        )}
        {onRetry && mayHelp && (
          <Button className="mt-1" onClick={onRetry}>
            <Trans id="ui.retry" message="Try again" />
          </Button>
        )}
      </div>
    </div>
  );
}

export interface SummaryEntry {
  /** The id of the control to go to; none for what concerns the whole form. */
  target?: string;
  text: string;
}

/** "Code: Please fill this in." — the label is read from the page, so that it is said in the same words. */
function lineOf({ target, text }: SummaryEntry): ReactNode {
  const label = target ? document.querySelector(`label[for="${target}"]`)?.firstChild?.textContent : null;
  return label ? `${label}: ${text}` : text;
}

/** What stops the form from being sent, at its top; takes the focus when it appears. */
export function ErrorSummary({ entries }: { entries: SummaryEntry[] }) {
  const box = useRef<HTMLDivElement>(null);
  const shown = entries.length > 0;
  useEffect(() => {
    if (shown) box.current?.focus();
  }, [shown]);
  if (!shown) return null;
  return (
    <div
      ref={box}
      tabIndex={-1}
      role="alert"
      className="rounded-md border-2 border-red bg-red-soft px-4 py-3 focus:outline-none"
    >
      <p className="font-medium">
        <Trans id="ui.summary" message="Please put this right first" />
      </p>
      <ul className="list-disc ps-5">
        {entries.map((entry, index) => (
          <li key={entry.target ?? index}>
            {entry.target ? (
              <a
                href={`#${entry.target}`}
                className="text-red underline"
                onClick={(event) => {
                  event.preventDefault();
                  document.getElementById(entry.target ?? "")?.focus();
                }}
              >
                {lineOf(entry)}
              </a>
            ) : (
              entry.text
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
