import { Trans } from "@lingui/react";
import { type ReactNode, useRef } from "react";
import type { FieldValues, UseFormReturn } from "react-hook-form";
import { idempotencyKey } from "@/api/headers";
import { isProblem, UNREACHABLE } from "@/api/problem";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { ErrorSummary } from "@/ui/errors";
import { showProblem, summaryOf } from "@/ui/form";
import { toast } from "@/ui/toast";
import { inWordsOfAct } from "./useAct";

export interface FormDialogProps<T extends FieldValues> {
  form: UseFormReturn<T>;
  title: string;
  /** The verb on the button. */
  action: string;
  /** What is said after it has been done; nothing when the dialog's opener says it. */
  done?: string;
  /** Ids of the fields are `prefix-name`. */
  prefix: string;
  /** The key stays the same while an answer is outstanding, so that a retry does nothing twice. */
  send: (values: T, key: string) => Promise<unknown>;
  /** Reads again what may have changed: after it was done, and when somebody else was faster. */
  refresh: () => Promise<unknown>;
  onClose: () => void;
  children: ReactNode;
}

/** A form in a dialog: checks, sends, puts refusals on their fields, and closes when the server has agreed. */
export function FormDialog<T extends FieldValues>(props: FormDialogProps<T>) {
  const { form, title, action, done, prefix, send, refresh, onClose, children } = props;
  const key = useRef<string | null>(null);
  const submit = form.handleSubmit(async (values) => {
    key.current ??= idempotencyKey();
    try {
      await send(values, key.current);
    } catch (error) {
      if (!isProblem(error, UNREACHABLE)) key.current = null;
      // What somebody else has saved is shown beside what is typed here.
      if (isProblem(error, "stale")) await refresh();
      showProblem<T>(inWordsOfAct(error), form.setError, Object.keys(values));
      return;
    }
    await refresh();
    if (done) toast(done);
    onClose();
  });
  const fields = `${prefix}-form`;
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button type="submit" form={fields} tone="primary" pending={form.formState.isSubmitting}>
            {action}
          </Button>
          <Button onClick={onClose}>
            <Trans id="ui.cancel" message="Cancel" />
          </Button>
        </>
      }
    >
      <form id={fields} onSubmit={submit} noValidate className="flex flex-col gap-4">
        <ErrorSummary entries={summaryOf(form.formState, prefix)} />
        {children}
      </form>
    </Dialog>
  );
}
