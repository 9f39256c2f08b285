import { useLingui } from "@lingui/react";
import type { FormEvent, ReactNode } from "react";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { ActError } from "./ActError";

interface ActDialogProps {
  title: string;
  /** What the act does, in plain words. */
  effect?: ReactNode;
  children?: ReactNode;
  action: string;
  danger?: boolean;
  pending: boolean;
  error: unknown;
  /** It can no longer be done: what was typed stays in sight, the button does not. */
  isOver?: boolean;
  wide?: boolean;
  onSubmit: () => void;
  onClose: () => void;
}

/** One act, with what it needs to know and what it will do. */
export function ActDialog(props: ActDialogProps) {
  const { title, effect, children, action, danger, pending, error, isOver, wide, onSubmit, onClose } = props;
  const { i18n } = useLingui();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <Dialog open onClose={onClose} title={title} wide={wide ?? false}>
      <form onSubmit={submit} className="flex flex-col gap-3" noValidate>
        {effect && <p>{effect}</p>}
        {children}
        <ActError error={error} />
        <div className="flex flex-wrap gap-2 pt-1">
          {!isOver && (
            <Button type="submit" tone={danger ? "danger" : "primary"} pending={pending}>
              {action}
            </Button>
          )}
          <Button onClick={onClose}>
            {isOver
              ? i18n._({ id: "ui.close", message: "Close" })
              : i18n._({ id: "paper.cancel", message: "Cancel" })}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
