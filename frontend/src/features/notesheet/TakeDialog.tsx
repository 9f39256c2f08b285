import { Trans, useLingui } from "@lingui/react";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";

interface TakeDialogProps {
  onAppend: () => void;
  onReplace: () => void;
  onClose: () => void;
}

/** The officer has begun a text of his own: what becomes of it is for him to say. */
export function TakeDialog({ onAppend, onReplace, onClose }: TakeDialogProps) {
  const { i18n } = useLingui();
  return (
    <Dialog
      open
      alert
      onClose={onClose}
      title={i18n._({ id: "delegation.take.ask", message: "You have begun a note of your own" })}
      actions={
        <>
          <Button tone="primary" onClick={onAppend}>
            <Trans id="delegation.take.append" message="Put the draft after it" />
          </Button>
          <Button tone="danger" onClick={onReplace}>
            <Trans id="delegation.take.replace" message="Replace my text" />
          </Button>
          <Button onClick={onClose}>
            <Trans id="ui.cancel" message="Cancel" />
          </Button>
        </>
      }
    >
      <p>
        <Trans
          id="delegation.take.what"
          message="The draft can follow your text or take its place. A text that is replaced stays beside the note until you put it away."
        />
      </p>
    </Dialog>
  );
}
