import { type ChangeEvent, useEffect, useRef, useState } from "react";
import { formatDate } from "@/i18n/format";
import { TextField, type TextFieldProps } from "./Field";

/**
 * A calendar date as `YYYY-MM-DD`. The bounds keep slips such as the year 20260 out. The browser shows it in the order
 * of the machine, which may be 12/05 for the fifth of December: so it is said in words too.
 */
export function DateField({ ref, onChange, ...props }: TextFieldProps) {
  const own = useRef<HTMLInputElement>(null);
  const [written, setWritten] = useState("");
  // A form may have filled the control without saying so here.
  useEffect(() => setWritten(own.current?.value ?? ""));
  const change = (event: ChangeEvent<HTMLInputElement>) => {
    setWritten(event.target.value);
    onChange?.(event);
  };
  return (
    <TextField
      min="1900-01-01"
      max="2999-12-31"
      {...props}
      ref={(node) => {
        own.current = node;
        if (typeof ref === "function") ref(node);
        else if (ref) ref.current = node;
      }}
      onChange={change}
      aside={/^\d{4}-/.test(written) && formatDate(written)}
      type="date"
      dir="ltr"
    />
  );
}
