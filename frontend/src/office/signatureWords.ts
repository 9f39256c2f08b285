import type { I18n } from "@lingui/core";
import type { NoteSignature, Proof } from "@/api/schema";
import { reader, type Vocabulary } from "./deskLabels";

/* What a signature was made with, never more than is true. */

const unlocked: Vocabulary<Proof> = {
  password: /*i18n*/ {
    id: "signature.key.password",
    message: "Signed with the office's key, unlocked by password",
  },
  totp: /*i18n*/ {
    id: "signature.key.totp",
    message: "Signed with the office's key, unlocked by phone code",
  },
  recovery_code: /*i18n*/ {
    id: "signature.key.recovery_code",
    message: "Signed with the office's key, unlocked by recovery code",
  },
  passkey: /*i18n*/ {
    id: "signature.key.passkey",
    message: "Signed with the office's key, unlocked by passkey",
  },
};

const unlockedBy = reader(unlocked);

export const signatureText = (
  i18n: I18n,
  { method, proof }: Pick<NoteSignature, "method" | "proof">,
): string =>
  method === "passkey"
    ? i18n._({ id: "signature.passkey", message: "Signed with own passkey" })
    : unlockedBy(i18n, proof);
