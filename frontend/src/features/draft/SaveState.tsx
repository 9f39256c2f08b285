import { Trans } from "@lingui/react";
import { Time } from "@/i18n/format";
import { problemText } from "@/i18n/problems";
import type { SaveSnapshot } from "./contentSaver";
import { CONFLICT, goToConflict } from "./places";

/** Whether what is on this page is safe, in words. */
export function SaveState({ snapshot }: { snapshot: SaveSnapshot }) {
  const { status, savedAt, problem } = snapshot;
  return (
    <p role="status" className="text-sm text-muted">
      {status === "saved" && (
        <Trans id="draft.saved" message="Saved {time}" values={{ time: <Time at={savedAt} only="time" /> }} />
      )}
      {status === "waiting" && <Trans id="draft.waiting" message="Not saved yet" />}
      {status === "saving" && <Trans id="draft.saving" message="Saving…" />}
      {status === "offline" && (
        <span className="text-amber">
          <Trans
            id="draft.offline"
            message="Not saved: no connection. What you wrote is kept on this page and saved as soon as the connection is back."
          />
        </span>
      )}
      {status === "conflict" && (
        <span className="text-amber">
          <Trans id="draft.twoTexts" message="Not saved: it was written on elsewhere." />{" "}
          <a href={`#${CONFLICT}`} className="underline" onClick={goToConflict}>
            <Trans id="draft.twoTexts.choose" message="Choose which text stays" />
          </a>
        </span>
      )}
      {status === "refused" && (
        <span className="text-red">
          {problem ? (
            <Trans
              id="draft.refused"
              message="Not saved: {why} What you wrote is still on this page."
              values={{ why: problemDetails(problem) }}
            />
          ) : (
            <Trans id="draft.refused.unknown" message="Not saved. What you wrote is still on this page." />
          )}
        </span>
      )}
    </p>
  );
}

/** What is wrong with a field says more than that something is wrong. */
function problemDetails(problem: NonNullable<SaveSnapshot["problem"]>): string {
  const fields = problem.fields.map(({ message }) => message).join(" ");
  return fields || problemText(problem);
}
