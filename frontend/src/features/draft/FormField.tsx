import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import type { CommunicationForm } from "@/api/schema";
import { formHint, formLabel } from "@/office/draftWords";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { FormChoice } from "./FormChoice";
import { Shown } from "./Shown";

interface FormFieldProps {
  value: CommunicationForm;
  allowed: CommunicationForm[];
  onChange: (form: CommunicationForm) => void;
  readOnly: boolean;
}

/** The form; choosing another shows what each is for, and which the addressees do not allow. */
export function FormField({ value, allowed, onChange, readOnly }: FormFieldProps) {
  const { i18n } = useLingui();
  const [open, setOpen] = useState(false);
  const title = i18n._({ id: "draft.form.change", message: "Choose another form" });
  return (
    <Shown label={<Trans id="draft.form" message="Form" />}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span>{formLabel(i18n, value)}</span>
        {!readOnly && (
          <Button id="draft-form" aria-label={title} onClick={() => setOpen(true)}>
            <Trans id="draft.change" message="Change" />
          </Button>
        )}
      </div>
      <p className="text-sm text-muted">{formHint(i18n, value)}</p>
      {open && (
        <Dialog
          open
          wide
          onClose={() => setOpen(false)}
          title={title}
          actions={
            <Button tone="primary" onClick={() => setOpen(false)}>
              <Trans id="draft.form.done" message="Done" />
            </Button>
          }
        >
          <FormChoice value={value} allowed={allowed} onChange={onChange} />
        </Dialog>
      )}
    </Shown>
  );
}
