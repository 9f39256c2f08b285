import { i18n } from "@lingui/core";
import { isProblem } from "@/api/problem";

export interface PasswordErrors {
  current_password?: string | undefined;
  new_password?: string | undefined;
  repeated?: string | undefined;
}

/** What can be said before asking the server; it judges strength itself. */
export function checkNewPassword(first: string, second: string): PasswordErrors {
  if ([...first].length < 12) {
    return {
      new_password: i18n._({ id: "session.tooShort", message: "The password needs at least 12 characters." }),
    };
  }
  if (first !== second) {
    return { repeated: i18n._({ id: "session.notSame", message: "The two entries are not the same." }) };
  }
  return {};
}

/** The server's words about a refused password, by field. */
export function passwordErrorsOf(error: unknown): PasswordErrors {
  const errors: PasswordErrors = {};
  if (!isProblem(error)) return errors;
  for (const { pointer, message } of error.fields) {
    if (pointer === "/new_password") errors.new_password = message;
    if (pointer === "/current_password") errors.current_password = message;
  }
  return errors;
}

export function hasErrors(errors: PasswordErrors): boolean {
  return Object.values(errors).some(Boolean);
}
