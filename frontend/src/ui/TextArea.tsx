import type { Ref, TextareaHTMLAttributes } from "react";
import { cx } from "./cx";
import { Field, type FieldProps, INPUT } from "./Field";

type TextAreaProps = FieldProps &
  TextareaHTMLAttributes<HTMLTextAreaElement> & { ref?: Ref<HTMLTextAreaElement> };

/** A field of several lines, which grows with what is written. */
export function TextArea({ label, hint, error, optional, className, id, ...rest }: TextAreaProps) {
  return (
    <Field {...{ label, hint, error, optional, className, id }}>
      {(parts) => <textarea rows={3} {...rest} {...parts} className={cx(INPUT, "field-sizing-content")} />}
    </Field>
  );
}
