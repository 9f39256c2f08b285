import { Trans } from "@lingui/react";
import { type ReactNode, useRef } from "react";
import type { DefaultValues, FieldValues, UseFormReturn } from "react-hook-form";
import { idempotencyKey } from "@/api/headers";
import { isProblem, UNREACHABLE } from "@/api/problem";
import { inWordsOfAct } from "@/office/useAct";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { ErrorSummary } from "@/ui/errors";
import { showProblem, summaryOf } from "@/ui/form";
import { toast } from "@/ui/toast";
import { useRefreshOrganisation } from "./useChange";
import { useMeanwhile } from "./useMeanwhile";

interface FormDialogProps<T extends FieldValues> {
  form: UseFormReturn<T>;
  title: string;
  /** The verb on the button. */
  action: string;
  /** What is said after it has been done; nothing when the dialog's opener says it. */
  done?: string;
  /** What the server has now, where the form changes something that is there. */
  current?: DefaultValues<T>;
  /** Ids of the fields are `prefix-name`. */
  prefix: string;
  /** The key stays the same while an answer is outstanding, so that a retry does nothing twice. */
  send: (values: T, key: string) => Promise<unknown>;
  onClose: () => void;
  children: ReactNode;
}

/** A form in a dialog: checks, sends, puts refusals on their fields, and closes when the server has agreed. */
export function FormDialog<T extends FieldValues>(props: FormDialogProps<T>) {
  const { form, title, action, done, current, prefix, send, onClose, children } = props;
  const refresh = useRefreshOrganisation();
  const key = useRef<string | null>(null);
  useMeanwhile(form, current);
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
