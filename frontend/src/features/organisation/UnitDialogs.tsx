import { valibotResolver } from "@hookform/resolvers/valibot";
import { Trans, useLingui } from "@lingui/react";
import { useForm } from "react-hook-form";
import * as v from "valibot";
import { client } from "@/api/client";
import { ifMatch } from "@/api/headers";
import type { Unit, UnitKind } from "@/api/schema";
import { Num, nameOf } from "@/i18n/format";
import { UNIT_KINDS, unitKindLabel } from "@/office/organisation";
import { Checkbox } from "@/ui/Checkbox";
import { Select, TextField } from "@/ui/Field";
import { FormDialog } from "./FormDialog";
import { LetterheadFields } from "./LetterheadFields";
import { inherited, letterheadOf, letterheadRules } from "./letterhead";
import { NameFields } from "./NameFields";
import { code, maybeWords, words } from "./rules";
import { placesFor } from "./tree";

const TEMPLATE_HINT = "F.{head}-{serial}/{year}-{section}";

interface UnitDialogProps {
  onClose: () => void;
}

export function NewUnitDialog({
  units,
  parentId,
  onClose,
}: UnitDialogProps & { units: Unit[]; parentId?: string | undefined }) {
  const { i18n } = useLingui();
  const schema = v.object({
    parent_id: words(),
    kind: v.pipe(v.string(), v.nonEmpty()),
    code: code(),
    name_en: words(),
    name_ur: words(),
    file_number_template: maybeWords(),
  });
  const form = useForm({
    resolver: valibotResolver(schema),
    defaultValues: {
      parent_id: parentId ?? "",
      kind: "section",
      code: "",
      name_en: "",
      name_ur: "",
      file_number_template: "",
    },
  });
  const { errors } = form.formState;
  return (
    <FormDialog
      form={form}
      prefix="unit"
      title={i18n._({ id: "organisation.unit.add", message: "Add a unit" })}
      action={i18n._({ id: "organisation.unit.add.go", message: "Add the unit" })}
      done={i18n._({ id: "organisation.unit.added", message: "The unit has been added." })}
      onClose={onClose}
      send={({ file_number_template, kind, ...values }, key) =>
        client.POST("/api/v1/units", {
          params: { header: { "Idempotency-Key": key } },
          body: {
            ...values,
            kind: kind as UnitKind,
            ...(file_number_template && { file_number_template }),
          },
        })
      }
    >
      <ParentField
        units={units.filter((unit) => !unit.closed_at)}
        error={errors.parent_id?.message}
        input={form.register("parent_id")}
      />
      <Select
        id="unit-kind"
        label={<Trans id="organisation.unit.kind" message="Kind" />}
        {...form.register("kind")}
      >
        {UNIT_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {unitKindLabel(i18n, kind)}
          </option>
        ))}
      </Select>
      <TextField
        id="unit-code"
        dir="ltr"
        label={<Trans id="organisation.code" message="Code" />}
        hint={
          <Trans id="organisation.unit.code.hint" message="Short; it stands in file and diary numbers." />
        }
        error={errors.code?.message}
        {...form.register("code")}
      />
      <NameFields prefix="unit" form={form} />
      <TemplateField
        error={errors.file_number_template?.message}
        input={form.register("file_number_template")}
      />
    </FormDialog>
  );
}

/** Names, numbering, and the place in the tree; the one at the top stays there. */
export function EditUnitDialog({ unit, units, onClose }: UnitDialogProps & { unit: Unit; units: Unit[] }) {
  const { i18n } = useLingui();
  const schema = v.object({
    parent_id: unit.parent_id ? words() : v.string(),
    name_en: words(),
    name_ur: words(),
    file_number_template: maybeWords(),
    signs_with_passkeys: v.boolean(),
    ...letterheadRules(),
  });
  const current = {
    parent_id: unit.parent_id ?? "",
    name_en: unit.name_en,
    name_ur: unit.name_ur,
    file_number_template: unit.file_number_template ?? "",
    signs_with_passkeys: unit.signs_with_passkeys,
    ...letterheadOf(unit),
  };
  const form = useForm({ resolver: valibotResolver(schema), defaultValues: current });
  return (
    <FormDialog
      form={form}
      prefix="unit"
      title={i18n._({ id: "organisation.unit.edit", message: "Change the unit" })}
      action={i18n._({ id: "ui.save", message: "Save" })}
      done={i18n._({ id: "organisation.unit.edited", message: "The unit has been changed." })}
      current={current}
      onClose={onClose}
      send={({ file_number_template, parent_id, ...names }) =>
        client.PATCH("/api/v1/units/{id}", {
          params: { path: { id: unit.id }, header: ifMatch(unit.version) },
          body: {
            ...names,
            parent_id: parent_id || null,
            file_number_template: file_number_template || null,
          },
        })
      }
    >
      {unit.parent_id && (
        <ParentField
          units={placesFor(units, unit.id)}
          error={form.formState.errors.parent_id?.message}
          input={form.register("parent_id")}
        />
      )}
      <NameFields prefix="unit" form={form} />
      <TemplateField
        error={form.formState.errors.file_number_template?.message}
        input={form.register("file_number_template")}
      />
      <div>
        <Checkbox
          label={<Trans id="organisation.unit.passkeys" message="Sign with passkeys only" />}
          hint={
            <Trans
              id="organisation.unit.passkeys.hint"
              message="For the officers of this unit and of all units below it. Who has no approved passkey cannot sign from then on: see Passkeys first."
            />
          }
          {...form.register("signs_with_passkeys")}
        />
        {form.formState.errors.signs_with_passkeys && (
          <p role="alert" className="text-sm text-red">
            {form.formState.errors.signs_with_passkeys.message}
          </p>
        )}
      </div>
      <LetterheadFields form={form} above={inherited(unit, units)} />
    </FormDialog>
  );
}

/** The unit above. */
function ParentField({ units, error, input }: { units: Unit[]; error: string | undefined; input: object }) {
  const { i18n } = useLingui();
  return (
    <Select
      id="unit-parent_id"
      label={<Trans id="organisation.unit.parent" message="Under" />}
      error={error}
      {...input}
    >
      <option value="">
        {i18n._({ id: "organisation.unit.parent.choose", message: "Choose the unit above" })}
      </option>
      {units.map((unit) => (
        <option key={unit.id} value={unit.id}>
          {nameOf(unit)}
        </option>
      ))}
    </Select>
  );
}

function TemplateField({ error, input }: { error: string | undefined; input: object }) {
  return (
    <TextField
      id="unit-file_number_template"
      dir="ltr"
      optional
      label={<Trans id="organisation.template" message="Scheme of file numbers" />}
      hint={
        <>
          <Trans id="organisation.template.hint" message="For sections that open files. For example:" />{" "}
          <Num className="whitespace-nowrap">{TEMPLATE_HINT}</Num>
        </>
      }
      error={error}
      {...input}
    />
  );
}
