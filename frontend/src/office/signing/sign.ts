import { isProblem, ProblemError } from "@/api/problem";
import type { GivenSignature, SigningMethod, SigningPreparation } from "@/api/schema";
import { passkeysHere } from "@/ui/passkeysHere";
import type { Bytes } from "../digest";
import { askPasskey } from "../passkeys";
import { base64url } from "../webauthn";

/** The code of a preparation that came without an answer. */
export const NOT_PREPARED = "signing-not-prepared";

/** What stands between an officer and his signature, and is for him to put right elsewhere. */
export const WAITS_FOR_KEY = ["signing-factor-needed", "signing-passkey-needed"];

/** How long a browser waits for its user. */
const PATIENCE_MS = 120_000;

/** The ways in which the officer can sign in this browser, the best first. */
export const usable = ({ methods, passkeys }: SigningPreparation): SigningMethod[] =>
  methods.filter((method) => method !== "passkey" || (passkeys !== null && passkeysHere()));

/** Has the passkey answer the challenge that was computed here; the office's key needs nothing more. */
export async function signatureBy(
  method: SigningMethod,
  { id, passkeys }: SigningPreparation,
  challenge: Bytes,
): Promise<GivenSignature> {
  if (method !== "passkey" || !passkeys) return { preparation_id: id };
  const assertion = await askPasskey({
    challenge: base64url(challenge.buffer),
    rp_id: passkeys.rp_id,
    allowed: passkeys.credentials.map((credential) => ({ id: credential, transports: [] })),
    timeout: PATIENCE_MS,
  });
  return { preparation_id: id, assertion };
}

/** Whether a refusal speaks of the signature alone: then the officer stays where he signs. */
export const isOfSignature = (error: unknown): error is ProblemError =>
  isProblem(error) && (/^(signing|passkey)-/.test(error.code) || atSignature(error).length > 0);

const atSignature = ({ fields }: ProblemError) =>
  fields.filter(({ pointer }) => pointer.startsWith("/signature"));

/** A refusal of the signature in the server's words, which may stand at a field that no form shows. */
export function inWordsOfSignature(error: ProblemError): ProblemError {
  const fields = atSignature(error);
  if (fields.length === 0) return error;
  const { status, code } = error;
  const detail = fields.map(({ message }) => message).join(" ");
  return new ProblemError({ type: "about:blank", title: error.message, status, code, detail });
}
