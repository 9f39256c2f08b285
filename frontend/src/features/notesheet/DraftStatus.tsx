import { Trans } from "@lingui/react";
import type { SaveStatus } from "./draftSaver";

/** Whether the draft is safe, in words. */
export function DraftStatus({ status }: { status: SaveStatus }) {
  return (
    <p role="status" className="text-sm text-muted">
      {status === "saved" && <Trans id="note.draft.saved" message="Draft saved. Only you can see it." />}
      {status === "waiting" && <Trans id="note.draft.waiting" message="Not saved yet" />}
      {status === "saving" && <Trans id="note.draft.saving" message="Saving" />}
      {status === "offline" && (
        <span className="text-amber">
          <Trans
            id="note.draft.offline"
            message="No connection. Your text is kept on this page and will be saved as soon as the connection is back."
          />
        </span>
      )}
      {status === "refused" && (
        <span className="text-red">
          <Trans
            id="note.draft.refused"
            message="The draft could not be saved as it is. Your text is still on this page: copy it before you leave."
          />
        </span>
      )}
    </p>
  );
}
