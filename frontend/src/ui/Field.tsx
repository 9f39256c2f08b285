import { Trans } from "@lingui/react";
import { type InputHTMLAttributes, type ReactNode, type Ref, type SelectHTMLAttributes, useId } from "react";
import { cx } from "./cx";

/** How a control looks; `INPUT` is one that fills its place. */
export const CONTROL =
  "min-h-9 lang-ur:min-h-11 rounded-md border border-line-strong bg-surface px-2.5 py-1 text-ink leading-[inherit] " +
  "placeholder:text-muted aria-invalid:border-red aria-invalid:bg-red-soft disabled:opacity-60";

export const INPUT = `w-full ${CONTROL}`;

export interface FieldProps {
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  optional?: boolean;
  className?: string;
}

interface Aside {
  /** Stands over the end of the control. */
  aside?: ReactNode;
}

interface Parts {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
}

/** Label, hint and error around one control; the control gets the ids that tie them together. */
export function Field(
  props: FieldProps & Aside & { children: (parts: Parts) => ReactNode; id?: string | undefined },
) {
  const made = useId();
  const id = props.id ?? made;
  const { label, hint, error, optional, aside, className, children } = props;
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className={cx("flex flex-col gap-1", className)}>
      <div className="flex flex-wrap justify-between gap-x-2 text-sm">
        <label htmlFor={id} className="font-medium lang-ur:font-normal">
          {label}
          {optional && (
            <span className="ms-1.5 font-normal text-muted">
              <Trans id="ui.optional" message="(optional)" />
            </span>
          )}
        </label>
        {aside && <span className="text-muted">{aside}</span>}
      </div>
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-muted">
          {hint}
        </p>
      )}
      {children({ id, "aria-describedby": described || undefined, "aria-invalid": error ? true : undefined })}
      {error && (
        <p id={`${id}-error`} className="text-sm text-red">
          {error}
        </p>
      )}
    </div>
  );
}

export type TextFieldProps = FieldProps &
  Aside &
  InputHTMLAttributes<HTMLInputElement> & { ref?: Ref<HTMLInputElement> };

export function TextField({ label, hint, error, optional, aside, className, id, ...rest }: TextFieldProps) {
  return (
    <Field {...{ label, hint, error, optional, aside, className, id }}>
      {(parts) => <input {...rest} {...parts} className={INPUT} />}
    </Field>
  );
}

type SelectProps = FieldProps & SelectHTMLAttributes<HTMLSelectElement> & { ref?: Ref<HTMLSelectElement> };

/** The browser's own list: on phones nothing is better, and it speaks every language. */
export function Select({ label, hint, error, optional, className, id, children, ...rest }: SelectProps) {
  return (
    <Field {...{ label, hint, error, optional, className, id }}>
      {(parts) => (
        <select {...rest} {...parts} className={cx(INPUT, "pe-8")}>
          {children}
        </select>
      )}
    </Field>
  );
}
