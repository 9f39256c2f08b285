import { Trans } from "@lingui/react";
import { Button } from "./Button";
import type { Question } from "./confirm";
import { Dialog } from "./Dialog";

interface ConfirmDialogProps {
  question: Question;
  onAnswer: (yes: boolean) => void;
}

export default function ConfirmDialog({ question, onAnswer }: ConfirmDialogProps) {
  return (
    <Dialog
      open
      alert
      onClose={() => onAnswer(false)}
      title={question.title}
      actions={
        <>
          <Button tone={question.danger ? "danger" : "primary"} onClick={() => onAnswer(true)}>
            {question.action}
          </Button>
          <Button onClick={() => onAnswer(false)}>
            {question.refusal ?? <Trans id="ui.cancel" message="Cancel" />}
          </Button>
        </>
      }
    >
      {question.body && <p>{question.body}</p>}
    </Dialog>
  );
}
