import { useLingui } from "@lingui/react";
import { useForm } from "react-hook-form";
import { bodyOf, client } from "@/api/client";
import { ifMatch } from "@/api/headers";
import type { Contact } from "@/api/schema";
import { OutsideFields } from "@/office/addresses/OutsideFields";
import { bodyFrom, type OutsideTexts, textsOf, type WrongTexts, wrongIn } from "@/office/addresses/outside";
import { FormDialog } from "@/office/FormDialog";
import { TextField } from "@/ui/Field";
import { toast } from "@/ui/toast";
import { useRefreshAddresses } from "./queries";
import { SameName } from "./SameName";

type Values = OutsideTexts & { phone: string };

/** An address that is kept, or corrected. */
export function ContactDialog({ contact, onClose }: { contact: Contact | null; onClose: () => void }) {
  const { i18n } = useLingui();
  const refresh = useRefreshAddresses();
  const form = useForm<Values>({
    defaultValues: valuesOf(contact),
    resolver: (values) => {
      const wrong = Object.entries(wrongIn(values));
      const errors = Object.fromEntries(wrong.map(([name, message]) => [name, { type: "wrong", message }]));
      return wrong.length > 0 ? { values: {}, errors } : { values, errors: {} };
    },
  });
  const texts = form.watch();
  const wrong: WrongTexts = {};
  for (const name of ["name", "lines", "name_ur", "lines_ur", "email"] as const) {
    const message = form.formState.errors[name]?.message;
    if (message) wrong[name] = message;
  }
  const change = (patch: Partial<OutsideTexts>) => {
    for (const [name, value] of Object.entries(patch)) {
      form.setValue(name as keyof Values, value, { shouldValidate: form.formState.isSubmitted });
    }
  };
  return (
    <FormDialog
      form={form}
      prefix="contact"
      title={
        contact
          ? i18n._({ id: "address.contact.edit", message: "Change the address" })
          : i18n._({ id: "address.contact.add", message: "Add an address" })
      }
      action={
        contact
          ? i18n._({ id: "ui.save", message: "Save" })
          : i18n._({ id: "address.contact.add.go", message: "Add the address" })
      }
      refresh={refresh}
      onClose={onClose}
      send={async (values, key) => {
        const body = { ...bodyFrom(values), phone: values.phone };
        const act = await bodyOf(
          contact
            ? client.PATCH("/api/v1/contacts/{id}", {
                params: { path: { id: contact.id }, header: ifMatch(contact.version) },
                body,
              })
            : client.POST("/api/v1/contacts", { params: { header: { "Idempotency-Key": key } }, body }),
        );
        toast(
          act.warnings.includes("same_contact")
            ? i18n._({
                id: "address.kept.second",
                message: "Kept. Another entry has the same name and e-mail: look whether both are needed.",
              })
            : i18n._({ id: "address.kept", message: "The address is in the book." }),
        );
      }}
    >
      <OutsideFields
        prefix="contact"
        texts={texts}
        onChange={change}
        wrong={wrong}
        urdu={false}
        aboutName={<SameName name={texts.name} but={contact?.id} />}
      />
      <TextField
        id="contact-phone"
        label={i18n._({ id: "address.phone", message: "Telephone" })}
        optional
        dir="ltr"
        error={form.formState.errors.phone?.message}
        {...form.register("phone")}
      />
    </FormDialog>
  );
}

function valuesOf(contact: Contact | null): Values {
  if (!contact) return { ...textsOf(null), phone: "" };
  const { sort, name, lines, name_ur, lines_ur, email, phone } = contact;
  return { ...textsOf({ sort, name, lines, email, ur: { name: name_ur, lines: lines_ur } }), phone };
}
