import { Trans } from "@lingui/react";
import type { FieldValues, Path, UseFormReturn } from "react-hook-form";
import { TextField } from "@/ui/Field";

interface NameFieldsProps<T extends FieldValues> {
  prefix: string;
  form: UseFormReturn<T>;
  /** Posts and heads have titles, units and persons have names. */
  titles?: boolean;
}

/** The same name in both languages: each reader sees their own. */
export function NameFields<T extends FieldValues>({ prefix, form, titles }: NameFieldsProps<T>) {
  const stem = titles ? "title" : "name";
  const errorOf = (name: string) => {
    const message = form.formState.errors[name]?.message;
    return typeof message === "string" ? message : undefined;
  };
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField
        id={`${prefix}-${stem}_en`}
        dir="ltr"
        lang="en"
        label={
          titles ? (
            <Trans id="organisation.titleEn" message="Title in English" />
          ) : (
            <Trans id="organisation.nameEn" message="Name in English" />
          )
        }
        error={errorOf(`${stem}_en`)}
        {...form.register(`${stem}_en` as Path<T>)}
      />
      <TextField
        id={`${prefix}-${stem}_ur`}
        dir="rtl"
        lang="ur"
        label={
          titles ? (
            <Trans id="organisation.titleUr" message="Title in Urdu" />
          ) : (
            <Trans id="organisation.nameUr" message="Name in Urdu" />
          )
        }
        error={errorOf(`${stem}_ur`)}
        {...form.register(`${stem}_ur` as Path<T>)}
      />
    </div>
  );
}
