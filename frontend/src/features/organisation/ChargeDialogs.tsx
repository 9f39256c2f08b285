import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { client } from "@/api/client";
import { ifMatch } from "@/api/headers";
import type { ChargeKind, Person, Post } from "@/api/schema";
import { nameOf } from "@/i18n/format";
import { chargeKindLabel } from "@/office/labels";
import { CHARGE_KINDS } from "@/office/organisation";
import { PersonPicker } from "@/office/PersonPicker";
import { Select } from "@/ui/Field";
import { TextArea } from "@/ui/TextArea";
import { FormDialog } from "./FormDialog";

interface ChargeDialogProps {
  post: Post;
  onClose: () => void;
}

interface ChargeValues {
  person_id: string;
  kind: ChargeKind;
  remark: string;
}

/** Gives a vacant post its holder: for good, in addition to another post, or to look after it. */
export function AppointDialog({ post, onClose }: ChargeDialogProps) {
  const { i18n } = useLingui();
  const charge = useChargeForm();
  return (
    <FormDialog
      form={charge.form}
      prefix="charge"
      title={i18n._({ id: "organisation.appoint", message: "Appoint a holder" })}
      action={i18n._({ id: "organisation.appoint.go", message: "Give charge of the post" })}
      done={i18n._({
        id: "organisation.appointed",
        message: "The post has a holder; the desk is open to them now.",
      })}
      onClose={onClose}
      send={({ person_id, kind }, key) =>
        client.POST("/api/v1/posts/{id}/charges", {
          params: { path: { id: post.id }, header: { ...ifMatch(post.version), "Idempotency-Key": key } },
          body: { person_id, kind },
        })
      }
    >
      <ChargeFields charge={charge} />
    </FormDialog>
  );
}

/** Hands the charge from the present holder to a successor in one step. */
export function TransferDialog({ post, onClose }: ChargeDialogProps) {
  const { i18n } = useLingui();
  const charge = useChargeForm();
  return (
    <FormDialog
      form={charge.form}
      prefix="charge"
      title={i18n._({ id: "organisation.transfer", message: "Transfer the charge" })}
      action={i18n._({ id: "organisation.transfer.go", message: "Transfer now" })}
      done={i18n._({ id: "organisation.transferred", message: "The charge has been transferred." })}
      onClose={onClose}
      send={({ person_id, kind, remark }, key) =>
        client.POST("/api/v1/posts/{id}/transfer", {
          params: { path: { id: post.id }, header: { ...ifMatch(post.version), "Idempotency-Key": key } },
          body: { to_person_id: person_id, kind, ...(remark.trim() && { remark: remark.trim() }) },
        })
      }
    >
      <p className="text-muted">
        <Trans
          id="organisation.transfer.effect"
          message="The successor sees the whole desk at once. {name} sees nothing of it any more."
          values={{ name: post.holder ? <bdi>{nameOf(post.holder.person)}</bdi> : "" }}
        />
      </p>
      <ChargeFields charge={charge} without={post.holder?.person.id} />
      <TextArea
        id="charge-remark"
        dir="auto"
        optional
        label={<Trans id="organisation.remark" message="Remark, such as the number of the order" />}
        {...charge.form.register("remark")}
      />
    </FormDialog>
  );
}

function useChargeForm() {
  const { i18n } = useLingui();
  const [person, setPerson] = useState<Person | null>(null);
  const form = useForm<ChargeValues>({ defaultValues: { person_id: "", kind: "substantive", remark: "" } });
  form.register("person_id", {
    required: i18n._({ id: "organisation.person.choose", message: "Choose a person." }),
  });
  const choose = (next: Person | null) => {
    setPerson(next);
    form.setValue("person_id", next?.id ?? "", { shouldValidate: form.formState.isSubmitted });
    if (next && next.charges.length > 0) form.setValue("kind", "additional");
  };
  return { form, person, choose };
}

interface ChargeFieldsProps {
  charge: ReturnType<typeof useChargeForm>;
  without?: string | undefined;
}

function ChargeFields({ charge: { form, person, choose }, without }: ChargeFieldsProps) {
  const { i18n } = useLingui();
  const { errors } = form.formState;
  return (
    <>
      <PersonPicker
        id="charge-person_id"
        label={<Trans id="organisation.person" message="Person" />}
        value={person}
        onChange={choose}
        without={without}
        error={errors.person_id?.message}
      />
      <Select
        id="charge-kind"
        label={<Trans id="organisation.charge.kind" message="Kind of charge" />}
        error={errors.kind?.message}
        {...form.register("kind")}
      >
        {CHARGE_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {chargeKindLabel(i18n, kind)}
          </option>
        ))}
      </Select>
    </>
  );
}
