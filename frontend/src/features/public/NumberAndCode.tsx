import { Trans, useLingui } from "@lingui/react";
import { type FormEvent, type ReactNode, useId, useState } from "react";
import { Button } from "@/ui/Button";
import { TextField } from "@/ui/Field";

export interface Printed {
  number: string;
  code: string;
}

interface NumberAndCodeProps {
  numberHint: ReactNode;
  codeHint: ReactNode;
  action: string;
  isPending: boolean;
  onAsk: (printed: Printed) => void;
}

/** What stands on paper, typed. Neither is kept by the browser, nor stands in an address. */
export function NumberAndCode({ numberHint, codeHint, action, isPending, onAsk }: NumberAndCodeProps) {
  const { i18n } = useLingui();
  const id = useId();
  const [missing, setMissing] = useState<(keyof Printed)[]>([]);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const printed = { number: String(form.get("number")).trim(), code: String(form.get("code")).trim() };
    const empty = (["number", "code"] as const).filter((name) => printed[name] === "");
    setMissing(empty);
    if (empty[0]) document.getElementById(`${id}-${empty[0]}`)?.focus();
    else onAsk(printed);
  };
  const needed = (name: keyof Printed) =>
    missing.includes(name) ? i18n._({ id: "session.needed", message: "Please fill this in." }) : undefined;
  return (
    <form
      onSubmit={submit}
      noValidate
      className="flex flex-col gap-4 rounded-lg border border-line border-t-4 border-t-accent bg-surface p-4 shadow-sm sm:p-6"
    >
      <TextField
        id={`${id}-number`}
        name="number"
        dir="ltr"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={200}
        label={<Trans id="public.number" message="Number" />}
        hint={numberHint}
        error={needed("number")}
      />
      <TextField
        id={`${id}-code`}
        name="code"
        dir="ltr"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={64}
        label={<Trans id="public.code" message="Code" />}
        hint={codeHint}
        error={needed("code")}
      />
      <Button type="submit" tone="primary" pending={isPending} className="sm:self-start">
        {action}
      </Button>
    </form>
  );
}
