import { useLingui } from "@lingui/react";
import { useId } from "react";
import type { CommunicationForm } from "@/api/schema";
import { FORMS, formHint, formLabel } from "@/office/draftWords";
import { cx } from "@/ui/cx";

interface FormChoiceProps {
  value: CommunicationForm | null;
  /** Those that may be chosen, the usual one first. */
  allowed: readonly CommunicationForm[];
  onChange: (form: CommunicationForm) => void;
}

/** All forms with a line of help; one that the addressees do not allow says why. */
export function FormChoice({ value, allowed, onChange }: FormChoiceProps) {
  const { i18n } = useLingui();
  const name = useId();
  const rest = FORMS.filter((form) => !allowed.includes(form));
  return (
    <fieldset className="grid gap-1.5 sm:grid-cols-2">
      <legend className="sr-only">{i18n._({ id: "draft.form", message: "Form" })}</legend>
      {[...allowed, ...rest].map((form) => {
        const isAllowed = allowed.includes(form);
        return (
          <label
            key={form}
            className={cx(
              "flex items-start gap-2.5 rounded-md border px-3 py-2",
              isAllowed ? "cursor-pointer border-line hover:bg-sunken" : "border-line bg-sunken",
              "has-checked:border-accent has-checked:bg-accent-soft",
              "has-focus-visible:outline-2 has-focus-visible:outline-accent",
            )}
          >
            <input
              type="radio"
              name={name}
              value={form}
              checked={value === form}
              disabled={!isAllowed}
              aria-labelledby={`${name}-${form}-name`}
              aria-describedby={`${name}-${form}`}
              onChange={() => onChange(form)}
              className="mt-[0.35em] size-4 shrink-0 accent-accent lang-ur:mt-[0.8em]"
            />
            <span className="flex min-w-0 flex-col">
              <span
                id={`${name}-${form}-name`}
                className={cx("font-medium lang-ur:font-normal", !isAllowed && "text-muted")}
              >
                {formLabel(i18n, form)}
              </span>
              <span id={`${name}-${form}`} className="text-sm text-muted">
                {isAllowed
                  ? formHint(i18n, form)
                  : form === "letter"
                    ? i18n._({
                        id: "draft.form.noLetter",
                        message: "A letter is not written between Divisions.",
                      })
                    : i18n._({
                        id: "draft.form.unusual",
                        message: "Not written to one of these addressees.",
                      })}
              </span>
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}
