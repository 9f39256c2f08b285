import { Trans, useLingui } from "@lingui/react";
import type { UseFormReturn } from "react-hook-form";
import { today } from "@/i18n/format";
import { classificationLabel, priorityLabel } from "@/office/deskLabels";
import { CLASSIFICATIONS, MODES, modeLabel, PRIORITIES } from "@/office/labels";
import { DateField } from "@/ui/DateField";
import { Select, TextField } from "@/ui/Field";
import { TextArea } from "@/ui/TextArea";
import type { Details } from "./details";

/** Identifiers of the controls begin with this; the error summary goes to them. */
export const PREFIX = "receipt";

interface FieldsProps {
  form: UseFormReturn<Details>;
}

export function DetailFields({ form }: FieldsProps) {
  return (
    <>
      <ArrivalFields form={form} />
      <SenderFields form={form} />
      <PaperFields form={form} />
    </>
  );
}

function ArrivalFields({ form }: FieldsProps) {
  const { i18n } = useLingui();
  const { register, formState } = form;
  // What came through the system did so, whatever else is corrected.
  const modes = form.getValues("mode") === "office" ? (["office"] as const) : MODES;
  return (
    <div className="grid gap-3 sm:grid-cols-3">
      <DateField
        id={`${PREFIX}-received_on`}
        label={i18n._({ id: "receipt.received_on", message: "Received on" })}
        max={today()}
        error={formState.errors.received_on?.message}
        {...register("received_on")}
      />
      <Select
        id={`${PREFIX}-mode`}
        label={i18n._({ id: "receipt.mode", message: "How it came" })}
        {...register("mode")}
      >
        {modes.map((mode) => (
          <option key={mode} value={mode}>
            {modeLabel(i18n, mode)}
          </option>
        ))}
      </Select>
      <Select
        id={`${PREFIX}-language`}
        label={i18n._({ id: "receipt.language", message: "Language of the paper" })}
        {...register("language")}
      >
        <option value="en">English</option>
        <option value="ur" lang="ur">
          اردو
        </option>
      </Select>
    </div>
  );
}

function SenderFields({ form }: FieldsProps) {
  const { i18n } = useLingui();
  const { register, formState } = form;
  const errors = formState.errors;
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-1 font-serif text-lg">
        <Trans id="receipt.sender" message="Sender" />
      </legend>
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField
          id={`${PREFIX}-sender_name`}
          label={i18n._({ id: "receipt.sender_name", message: "Name or designation" })}
          dir="auto"
          error={errors.sender_name?.message}
          {...register("sender_name")}
        />
        <TextField
          id={`${PREFIX}-sender_office`}
          label={i18n._({ id: "receipt.sender_office", message: "Office" })}
          optional
          dir="auto"
          error={errors.sender_office?.message}
          {...register("sender_office")}
        />
      </div>
      <TextField
        id={`${PREFIX}-sender_address`}
        label={i18n._({ id: "receipt.sender_address", message: "Address" })}
        optional
        dir="auto"
        error={errors.sender_address?.message}
        {...register("sender_address")}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField
          id={`${PREFIX}-reference_number`}
          label={i18n._({ id: "receipt.reference_number", message: "Their reference number" })}
          optional
          dir="auto"
          error={errors.reference_number?.message}
          {...register("reference_number")}
        />
        <DateField
          id={`${PREFIX}-reference_date`}
          label={i18n._({ id: "receipt.reference_date", message: "Date of their letter" })}
          optional
          max={today()}
          error={errors.reference_date?.message}
          {...register("reference_date")}
        />
        <TextField
          id={`${PREFIX}-in_reply_to_number`}
          className="sm:col-span-2"
          label={i18n._({ id: "receipt.in_reply_to_number", message: "In reply to our number" })}
          hint={i18n._({
            id: "receipt.in_reply_to_number.hint",
            message: "As the paper names it. Whoever may see our letter finds the answer there.",
          })}
          optional
          dir="auto"
          error={errors.in_reply_to_number?.message}
          {...register("in_reply_to_number")}
        />
      </div>
    </fieldset>
  );
}

function PaperFields({ form }: FieldsProps) {
  const { i18n } = useLingui();
  const { register, formState } = form;
  const errors = formState.errors;
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-1 font-serif text-lg">
        <Trans id="receipt.paper" message="Paper" />
      </legend>
      <TextArea
        id={`${PREFIX}-subject`}
        label={i18n._({ id: "paper.subject", message: "Subject" })}
        rows={2}
        dir="auto"
        error={errors.subject?.message}
        {...register("subject")}
      />
      <div className="grid gap-3 sm:grid-cols-3">
        <Select
          id={`${PREFIX}-classification`}
          label={i18n._({ id: "paper.classification", message: "Classification" })}
          error={errors.classification?.message}
          {...register("classification")}
        >
          {CLASSIFICATIONS.map((key) => (
            <option key={key} value={key}>
              {classificationLabel(i18n, key)}
            </option>
          ))}
        </Select>
        <Select
          id={`${PREFIX}-priority`}
          label={i18n._({ id: "paper.priority", message: "Priority" })}
          error={errors.priority?.message}
          {...register("priority")}
        >
          {PRIORITIES.map((key) => (
            <option key={key} value={key}>
              {priorityLabel(i18n, key)}
            </option>
          ))}
        </Select>
        <DateField
          id={`${PREFIX}-due_on`}
          label={i18n._({ id: "paper.due_on", message: "Due on" })}
          optional
          error={errors.due_on?.message}
          {...register("due_on")}
        />
      </div>
      <TextField
        id={`${PREFIX}-enclosures`}
        label={i18n._({ id: "receipt.enclosures", message: "Enclosures" })}
        hint={i18n._({ id: "receipt.enclosures.hint", message: "Such as: one map, two cheques" })}
        optional
        dir="auto"
        error={errors.enclosures?.message}
        {...register("enclosures")}
      />
    </fieldset>
  );
}
