import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import { TextField } from "@/ui/Field";

interface NewPasswordFieldsProps {
  prefix: string;
  errors: { new_password?: string | undefined; repeated?: string | undefined };
}

/** A new password, typed twice; both can be shown, since a long phrase is easy to mistype. */
export function NewPasswordFields({ prefix, errors }: NewPasswordFieldsProps) {
  const { i18n } = useLingui();
  const [shown, setShown] = useState(false);
  const type = shown ? "text" : "password";
  return (
    <>
      <TextField
        id={`${prefix}-new_password`}
        name="new_password"
        dir="ltr"
        type={type}
        autoComplete="new-password"
        label={i18n._({ id: "session.newPassword", message: "New password" })}
        hint={i18n._({
          id: "session.newPassword.hint",
          message:
            "At least 12 characters. A sentence of four or five unrelated words is strong and easy to keep.",
        })}
        error={errors.new_password}
      />
      <TextField
        id={`${prefix}-repeated`}
        name="repeated"
        dir="ltr"
        type={type}
        autoComplete="new-password"
        label={i18n._({ id: "session.repeatPassword", message: "New password again" })}
        error={errors.repeated}
      />
      <label className="flex items-center gap-2">
        <input
          type="checkbox"
          className="size-5 accent-accent"
          checked={shown}
          onChange={(event) => setShown(event.target.checked)}
        />
        <Trans id="session.showPassword" message="Show what I type" />
      </label>
    </>
  );
}
