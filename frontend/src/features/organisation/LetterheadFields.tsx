import { Trans } from "@lingui/react";
import type { ReactNode } from "react";
import type { FieldValues, Path, UseFormReturn } from "react-hook-form";
import { TextField } from "@/ui/Field";
import type { Letterhead } from "./letterhead";

interface LetterheadFieldsProps<T extends FieldValues> {
  form: UseFormReturn<T>;
  /** What the units above say: it stands in the empty fields. */
  above: Letterhead;
}

/** Where the unit is reached, as its letters say. */
export function LetterheadFields<T extends FieldValues>({ form, above }: LetterheadFieldsProps<T>) {
  const field = (name: keyof Letterhead, label: ReactNode, dir: "ltr" | "rtl" = "ltr") => {
    const message = form.formState.errors[name]?.message;
    return (
      <TextField
        id={`unit-${name}`}
        dir={dir}
        optional
        {...(/_(en|ur)$/.test(name) && { lang: name.slice(-2) })}
        placeholder={above[name]}
        label={label}
        error={typeof message === "string" ? message : undefined}
        {...form.register(name as string as Path<T>)}
      />
    );
  };
  return (
    <fieldset className="flex flex-col gap-4 border-t border-line pt-3">
      <legend className="sr-only">
        <Trans id="organisation.letterhead" message="Letterhead" />
      </legend>
      <div>
        <p aria-hidden="true" className="font-serif text-lg">
          <Trans id="organisation.letterhead" message="Letterhead" />
        </p>
        <p className="text-sm text-muted">
          <Trans
            id="organisation.letterhead.hint"
            message="As it stands above the letters of this unit and of the units below it. Where a field is empty, the unit above says it."
          />
        </p>
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        {field("place_en", <Trans id="organisation.placeEn" message="Town in English" />)}
        {field("place_ur", <Trans id="organisation.placeUr" message="Town in Urdu" />, "rtl")}
        {field("address_en", <Trans id="organisation.addressEn" message="Address in English" />)}
        {field("address_ur", <Trans id="organisation.addressUr" message="Address in Urdu" />, "rtl")}
        {field("phone", <Trans id="organisation.phone" message="Telephone" />)}
        {field("email", <Trans id="organisation.email" message="E-mail address" />)}
      </div>
    </fieldset>
  );
}
