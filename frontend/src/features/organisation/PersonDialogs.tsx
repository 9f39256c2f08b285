import { valibotResolver } from "@hookform/resolvers/valibot";
import { Trans, useLingui } from "@lingui/react";
import { type UseFormReturn, useForm } from "react-hook-form";
import * as v from "valibot";
import { client } from "@/api/client";
import { ifMatch } from "@/api/headers";
import type { Language, Person } from "@/api/schema";
import { Select, TextField } from "@/ui/Field";
import { FormDialog } from "./FormDialog";
import { NameFields } from "./NameFields";
import { maybeWords, words } from "./rules";

interface PersonValues {
  name_en: string;
  name_ur: string;
  email: string;
  language: Language;
}

const LANGUAGES: Language[] = ["en", "ur"];
const values = () => ({
  name_en: words(),
  name_ur: words(),
  email: maybeWords(),
  language: v.picklist(LANGUAGES),
});

export function NewPersonDialog({ onClose }: { onClose: () => void }) {
  const { i18n } = useLingui();
  const form = useForm({
    resolver: valibotResolver(v.object({ user_name: words(60), ...values() })),
    defaultValues: { user_name: "", name_en: "", name_ur: "", email: "", language: "en" as Language },
  });
  return (
    <FormDialog
      form={form}
      prefix="person"
      title={i18n._({ id: "organisation.person.add", message: "Add a person" })}
      action={i18n._({ id: "organisation.person.add.go", message: "Add the person" })}
      done={i18n._({
        id: "organisation.person.added",
        message: "The person has been added. Issue a set-up link so that they can choose a password.",
      })}
      onClose={onClose}
      send={({ email, ...body }, key) =>
        client.POST("/api/v1/persons", {
          params: { header: { "Idempotency-Key": key } },
          body: { ...body, ...(email && { email }) },
        })
      }
    >
      <TextField
        id="person-user_name"
        dir="ltr"
        autoCapitalize="none"
        spellCheck={false}
        label={<Trans id="session.userName" message="User name" />}
        hint={
          <Trans
            id="organisation.userName.hint"
            message="Small letters, digits and dots; it stays for good."
          />
        }
        error={form.formState.errors.user_name?.message}
        {...form.register("user_name")}
      />
      <PersonFields form={form as unknown as UseFormReturn<PersonValues>} />
    </FormDialog>
  );
}

export function EditPersonDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const { i18n } = useLingui();
  const { name_en, name_ur, language } = person;
  const current = { name_en, name_ur, language, email: person.email ?? "" };
  const form = useForm<PersonValues>({
    resolver: valibotResolver(v.object(values())),
    defaultValues: current,
  });
  return (
    <FormDialog
      form={form}
      prefix="person"
      title={i18n._({ id: "organisation.person.edit", message: "Change the person's particulars" })}
      action={i18n._({ id: "ui.save", message: "Save" })}
      done={i18n._({ id: "organisation.person.edited", message: "The particulars have been changed." })}
      current={current}
      onClose={onClose}
      send={({ email, ...body }) =>
        client.PATCH("/api/v1/persons/{id}", {
          params: { path: { id: person.id }, header: ifMatch(person.version) },
          body: { ...body, email: email || null },
        })
      }
    >
      <PersonFields form={form} />
    </FormDialog>
  );
}

function PersonFields({ form }: { form: UseFormReturn<PersonValues> }) {
  return (
    <>
      <NameFields prefix="person" form={form} />
      <TextField
        id="person-email"
        type="email"
        dir="ltr"
        optional
        label={<Trans id="organisation.email" message="E-mail address" />}
        error={form.formState.errors.email?.message}
        {...form.register("email")}
      />
      <Select
        id="person-language"
        label={<Trans id="account.language" message="Language" />}
        {...form.register("language")}
      >
        <option value="en">English</option>
        <option value="ur">اردو</option>
      </Select>
    </>
  );
}
