import { useLingui } from "@lingui/react";
import { ActError } from "@/office/ActError";
import { Button } from "@/ui/Button";
import { TextArea } from "@/ui/TextArea";
import { DraftFailure } from "./draftSaver";

interface OvertakenProps {
  error: Error | null;
  text: string;
  draftKept: boolean;
  /** What was sent came without an answer: the only act that is still open here is to ask for it again. */
  onRepeat: (() => void) | null;
  pending: boolean;
}

/** The file went on before the act or the draft arrived: what happened, and the words that were meant for it. */
export function Overtaken({ error, text, draftKept, onRepeat, pending }: OvertakenProps) {
  const { i18n } = useLingui();
  return (
    <div className="no-print flex flex-col gap-2">
      {error && !(error instanceof DraftFailure) ? (
        <ActError error={error} draftKept={draftKept} />
      ) : (
        <p role="alert" className="rounded-md border border-amber bg-amber-soft px-3 py-2">
          {draftKept
            ? i18n._({
                id: "note.overtaken.kept",
                message:
                  "Nothing can be written on this file now, and your note is not submitted. It is kept as your draft, and stands here again when this post can write on the file.",
              })
            : i18n._({
                id: "note.overtaken.why",
                message:
                  "The file is no longer here to be written on. What you wrote is not in the notes and is kept on this page only: copy what you need of it.",
              })}
        </p>
      )}
      {onRepeat && (
        <Button className="self-start" pending={pending} onClick={onRepeat}>
          {i18n._({ id: "ui.retry", message: "Try again" })}
        </Button>
      )}
      {text && (
        <TextArea
          label={i18n._({ id: "note.overtaken", message: "What you wrote" })}
          dir="auto"
          readOnly
          value={text}
        />
      )}
    </div>
  );
}
