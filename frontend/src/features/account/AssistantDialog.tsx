import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { useMe } from "@/api/me";
import type { Person } from "@/api/schema";
import { today } from "@/i18n/format";
import { daysAfter, endOfDay, startOfDay } from "@/office/days";
import { FormDialog } from "@/office/FormDialog";
import { PersonPicker } from "@/office/PersonPicker";
import { DateField } from "@/ui/DateField";
import { giveDelegation, useRefreshDelegations } from "./delegations";

/** What is offered; the server takes a year. */
const USUAL_DAYS = 30;

interface Values {
  person_id: string;
  from: string;
  until: string;
}

/** Chooses an assistant for the acting post, for a time. */
export function AssistantDialog({ onClose }: { onClose: () => void }) {
  const { i18n } = useLingui();
  const { person: me } = useMe();
  const refresh = useRefreshDelegations();
  const [person, setPerson] = useState<Person | null>(null);
  const form = useForm<Values>({
    defaultValues: { person_id: "", from: "", until: daysAfter(today(), USUAL_DAYS) },
  });
  const { errors, isSubmitted } = form.formState;
  form.register("person_id", {
    required: i18n._({ id: "organisation.person.choose", message: "Choose a person." }),
  });
  const choose = (next: Person | null) => {
    setPerson(next);
    form.setValue("person_id", next?.id ?? "", { shouldValidate: isSubmitted });
  };
  return (
    <FormDialog
      form={form}
      prefix="assistant"
      title={i18n._({ id: "delegation.give", message: "Choose an assistant" })}
      action={i18n._({ id: "delegation.give.go", message: "Let them assist" })}
      done={i18n._({ id: "delegation.given", message: "The assistant has been chosen." })}
      refresh={refresh}
      send={({ person_id, from, until }, key) =>
        giveDelegation({ person_id, until: endOfDay(until), ...(from && { from: startOfDay(from) }) }, key)
      }
      onClose={onClose}
    >
      <p className="text-muted">
        <Trans
          id="delegation.give.effect"
          message="They see the desk, the files and the papers of this post as you do, and draft notes for you. They sign and send nothing."
        />
      </p>
      <PersonPicker
        id="assistant-person_id"
        label={<Trans id="organisation.person" message="Person" />}
        value={person}
        onChange={choose}
        without={me.id}
        error={errors.person_id?.message}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <DateField
          id="assistant-from"
          label={<Trans id="delegation.from" message="From" />}
          optional
          min={today()}
          error={errors.from?.message}
          {...form.register("from")}
        />
        <DateField
          id="assistant-until"
          label={<Trans id="delegation.until" message="Until, that day included" />}
          min={today()}
          error={errors.until?.message}
          {...form.register("until", {
            required: i18n._({ id: "delegation.until.choose", message: "Choose the last day." }),
          })}
        />
      </div>
    </FormDialog>
  );
}
