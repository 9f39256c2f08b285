import { Trans, useLingui } from "@lingui/react";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { bodyOf, client } from "@/api/client";
import type { CommunicationForm, UnitRef } from "@/api/schema";
import { FORMS, formLabel } from "@/office/draftWords";
import { FormDialog } from "@/office/FormDialog";
import { UnitPicker } from "@/office/UnitPicker";
import { Select } from "@/ui/Field";
import { DONE } from "@/ui/unsaved";
import { readBuiltIn, useRefreshTemplates } from "./queries";

/** Begins a template as a copy of the one that comes with the program. */
export function NewTemplateDialog({ onClose }: { onClose: () => void }) {
  const { i18n } = useLingui();
  const navigate = useNavigate();
  const refresh = useRefreshTemplates();
  const [unit, setUnit] = useState<UnitRef | null>(null);
  const form = useForm<{ form: CommunicationForm }>({ defaultValues: { form: "letter" } });
  return (
    <FormDialog
      form={form}
      prefix="template"
      title={i18n._({ id: "template.add", message: "Change a form" })}
      action={i18n._({ id: "template.add.go", message: "Make a copy" })}
      refresh={refresh}
      onClose={onClose}
      send={async (values, key) => {
        const source = await readBuiltIn(values.form);
        const made = await bodyOf(
          client.POST("/api/v1/templates", {
            params: { header: { "Idempotency-Key": key } },
            body: { form: values.form, source, ...(unit && { unit: unit.id }) },
          }),
        );
        // The dialog is still open: what was chosen in it is done, and asks nothing.
        await navigate({ to: "/organisation/templates/$id", params: { id: made.id }, ...DONE });
      }}
    >
      <p className="text-muted">
        <Trans
          id="template.add.lead"
          message="You get a copy of the template that comes with the program. Nothing changes until you put it in force."
        />
      </p>
      <Select
        id="template-chosen-form"
        label={<Trans id="template.form" message="Form" />}
        {...form.register("form")}
      >
        {FORMS.map((one) => (
          <option key={one} value={one}>
            {formLabel(i18n, one)}
          </option>
        ))}
      </Select>
      <UnitPicker
        id="template-unit"
        label={<Trans id="template.unit" message="Unit" />}
        hint={
          <Trans id="template.unit.hint" message="For it and those below it; empty for the whole office." />
        }
        value={unit}
        onChange={setUnit}
      />
    </FormDialog>
  );
}
