import { Trans, useLingui } from "@lingui/react";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useRef, useState } from "react";
import { bodyOf, client } from "@/api/client";
import { session } from "@/api/session";
import { Button } from "@/ui/Button";
import { ErrorNotice } from "@/ui/errors";
import { TextField } from "@/ui/Field";
import { NewPasswordFields } from "./NewPasswordFields";
import { checkNewPassword, hasErrors, type PasswordErrors, passwordErrorsOf } from "./password";

/** Changes one's own password; every other session of the person ends with the old one. */
export function ChangePasswordForm({ onChanged }: { onChanged: () => void | Promise<void> }) {
  const { i18n } = useLingui();
  const form = useRef<HTMLFormElement>(null);
  const [errors, setErrors] = useState<PasswordErrors>({});
  const change = useMutation({
    mutationFn: async (body: { current_password: string; new_password: string }) => {
      session.accept(await bodyOf(client.PUT("/api/v1/me/password", { body })));
      form.current?.reset();
      await onChanged();
    },
    onError: (error) => setErrors(passwordErrorsOf(error)),
  });

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const current = String(given.get("current_password"));
    const next = String(given.get("new_password"));
    const found = checkNewPassword(next, String(given.get("repeated")));
    if (current === "") {
      found.current_password = i18n._({ id: "session.needed", message: "Please fill this in." });
    }
    setErrors(found);
    if (!hasErrors(found)) change.mutate({ current_password: current, new_password: next });
  };

  return (
    <form ref={form} onSubmit={submit} noValidate className="flex max-w-md flex-col gap-4">
      {change.error && !hasErrors(errors) && <ErrorNotice error={change.error} />}
      <TextField
        id="change-current_password"
        name="current_password"
        dir="ltr"
        type="password"
        autoComplete="current-password"
        label={i18n._({ id: "session.currentPassword", message: "Current password" })}
        error={errors.current_password}
      />
      <NewPasswordFields prefix="change" errors={errors} />
      <Button type="submit" tone="primary" pending={change.isPending} className="self-start">
        <Trans id="session.changePassword" message="Change password" />
      </Button>
    </form>
  );
}
