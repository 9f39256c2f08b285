import { useLingui } from "@lingui/react";
import { useEffect, useRef } from "react";
import { TextField } from "@/ui/Field";
import { digitsOf, isWhole } from "./codes";

interface CodeFieldProps {
  value: string;
  onChange: (code: string) => void;
  /** Six digits are in. */
  onWhole: (code: string) => void;
  error?: string | undefined;
  autoFocus?: boolean;
}

/** The six digits that the phone shows; a refused code stays, marked, so that the next one replaces it. */
export function CodeField({ value, onChange, onWhole, error, autoFocus }: CodeFieldProps) {
  const { i18n } = useLingui();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (error) field.current?.select();
  }, [error]);
  const take = (typed: string) => {
    const code = digitsOf(typed);
    onChange(code);
    if (isWhole(code) && code !== value) onWhole(code);
  };
  return (
    <TextField
      ref={field}
      dir="ltr"
      inputMode="numeric"
      autoComplete="one-time-code"
      autoFocus={autoFocus}
      className="[&_input]:max-w-60 [&_input]:text-center [&_input]:text-2xl [&_input]:tracking-[0.3em]"
      label={i18n._({ id: "factor.code", message: "Code from your phone" })}
      hint={i18n._({
        id: "factor.code.hint",
        message: "The six digits that the authenticator app shows for this office.",
      })}
      error={error}
      value={value}
      onChange={(event) => take(event.target.value)}
    />
  );
}
