import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import { Button } from "@/ui/Button";
import { toast } from "@/ui/toast";
import type { DraftSaver, SaveStatus } from "./draftSaver";
import { readDraft } from "./queries";

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

interface DraftConflictProps {
  fileId: string;
  saver: DraftSaver;
  /** The draft may have become a note by an attempt that was never answered. */
  perhapsSigned: boolean;
  onChosen: () => void;
}

/** The same draft was changed in another window, or has gone: the writer chooses which text stays. */
export function DraftConflict({ fileId, saver, perhapsSigned, onChosen }: DraftConflictProps) {
  const { i18n } = useLingui();
  const [pending, setPending] = useState(false);
  const choose = async (keep: boolean) => {
    setPending(true);
    try {
      const theirs = await readDraft(fileId);
      if (keep) await saver.keepMine(theirs?.version ?? 0, theirs?.body ?? { paragraphs: [] });
      else saver.takeTheirs(theirs);
      onChosen();
    } catch {
      toast(
        i18n._({ id: "note.conflict.failed", message: "The other text could not be read. Try again." }),
        "failed",
      );
    } finally {
      setPending(false);
    }
  };
  return (
    <div role="alert" className="rounded-md border border-amber bg-amber-soft px-3 py-2">
      <p>
        {perhapsSigned ? (
          <Trans
            id="note.conflict.signed"
            message="Your note was sent without an answer and may already be signed: look at the notes above. If it stands there, “Take the other text” empties this field. Keep the text on this page only if it is to be a further note."
          />
        ) : (
          <Trans
            id="note.conflict"
            message="This draft was also changed in another window. Both texts are still there: choose the one that stays."
          />
        )}
      </p>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button tone="primary" pending={pending} onClick={() => void choose(true)}>
          <Trans id="note.conflict.mine" message="Keep the text on this page" />
        </Button>
        <Button pending={pending} onClick={() => void choose(false)}>
          <Trans id="note.conflict.theirs" message="Take the other text" />
        </Button>
      </div>
    </div>
  );
}
