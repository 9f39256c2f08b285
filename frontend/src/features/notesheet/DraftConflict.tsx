import { Trans, useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { plainText } from "@/editor/body";
import { Button } from "@/ui/Button";
import { ErrorNotice } from "@/ui/errors";
import { useUnsaved } from "@/ui/unsaved";
import type { DraftSaver } from "./draftSaver";
import { KeptText } from "./KeptText";
import { otherDraftQuery } from "./queries";

interface DraftConflictProps {
  fileId: string;
  saver: DraftSaver;
  /** The draft may have become a note by an attempt that was never answered. */
  perhapsSigned: boolean;
  onChosen: (notChosen: string) => void;
}

/**
 * The same draft was changed in another window, or has gone: the writer sees both texts and chooses which one stays. The
 * choice holds for what was seen: where the other text has changed meanwhile, the saver asks again.
 */
export function DraftConflict({ fileId, saver, perhapsSigned, onChosen }: DraftConflictProps) {
  const { i18n } = useLingui();
  const { data: theirs, error, isPending: isReading, refetch } = useQuery(otherDraftQuery(fileId));
  const [pending, setPending] = useState(false);
  const other = theirs ? plainText(theirs.body) : "";
  const choose = async (keep: boolean) => {
    if (theirs === undefined) return;
    const here = plainText(saver.getSnapshot().body);
    setPending(true);
    if (keep) await saver.keepMine(theirs?.version ?? 0, theirs?.body ?? { paragraphs: [] });
    else saver.takeTheirs(theirs);
    setPending(false);
    if (saver.getSnapshot().status !== "conflict") onChosen(keep ? other : here);
  };
  return (
    <div className="flex flex-col gap-2 rounded-md border border-amber bg-amber-soft px-3 py-2">
      <p role="alert">
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
      {error && !theirs ? (
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      ) : other ? (
        <KeptText label={i18n._({ id: "note.conflict.other", message: "The other text" })} text={other} />
      ) : (
        !isReading && (
          <p className="text-muted">
            <Trans
              id="note.conflict.none"
              message="The other text is empty: its draft was submitted or taken back."
            />
          </p>
        )
      )}
      <div className="flex flex-wrap gap-2">
        <Button tone="primary" pending={pending || isReading} onClick={() => void choose(true)}>
          <Trans id="note.conflict.mine" message="Keep the text on this page" />
        </Button>
        <Button pending={pending || isReading} onClick={() => void choose(false)}>
          <Trans id="note.conflict.theirs" message="Take the other text" />
        </Button>
      </div>
    </div>
  );
}

/** The text that was not chosen goes only when its writer says so. */
export function NotChosen({ text, onClose }: { text: string; onClose: () => void }) {
  const { i18n } = useLingui();
  useUnsaved(true);
  return (
    <KeptText
      label={i18n._({
        id: "note.conflict.left",
        message: "The text that was not chosen. It is on this page only: copy what you need of it.",
      })}
      text={text}
      onClose={onClose}
    />
  );
}
