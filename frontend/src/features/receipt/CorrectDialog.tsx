import { valibotResolver } from "@hookform/resolvers/valibot";
import { useLingui } from "@lingui/react";
import { useMemo, useState } from "react";
import { useForm } from "react-hook-form";
import { ActError } from "@/office/ActError";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { ErrorSummary } from "@/ui/errors";
import { summaryOf } from "@/ui/form";
import { DetailFields, PREFIX } from "./DetailFields";
import { changesOf, detailsOf, detailsSchema } from "./details";
import type { ReceiptDialogProps } from "./dialogs";

/** Corrects what was written down wrongly; the register keeps both, the ledger who corrected. */
export function CorrectDialog({ receipt: current, onAct, onClose, pending, error }: ReceiptDialogProps) {
  const { i18n } = useLingui();
  // What is sent is what was changed here: what a colleague has corrected meanwhile is not put back.
  const [receipt] = useState(current);
  const form = useForm({
    resolver: valibotResolver(useMemo(detailsSchema, [])),
    defaultValues: detailsOf(receipt),
  });
  const submit = form.handleSubmit((details) => {
    const body = changesOf(receipt, details);
    if (Object.keys(body).length === 0) onClose();
    else onAct({ kind: "correct", body });
  });
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={i18n._({ id: "receipt.correct.title", message: "Correct the entry" })}
    >
      <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-4" noValidate>
        <ErrorSummary entries={summaryOf(form.formState, PREFIX)} />
        <DetailFields form={form} />
        <ActError error={error} />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" tone="primary" pending={pending}>
            {i18n._({ id: "receipt.correct.do", message: "Save the correction" })}
          </Button>
          <Button onClick={onClose}>{i18n._({ id: "paper.cancel", message: "Cancel" })}</Button>
        </div>
      </form>
    </Dialog>
  );
}
