import { i18n } from "@lingui/core";
import { ProblemError } from "@/api/problem";
import type { PasskeyAssertion, PasskeyChallenge, PasskeyCredential, PasskeyRequest } from "@/api/schema";
import { assertionOf, assertionOptions, creationOptions, credentialOf } from "./webauthn";

/** The codes of what goes wrong before the server is asked. */
export const PASSKEY_UNUSED = "passkey-unused";
const PASSKEY_HERE = "passkey-here";

/** Has one of the owner's passkeys sign the challenge. */
export async function askPasskey(challenge: PasskeyChallenge): Promise<PasskeyAssertion> {
  const found = await inWords(navigator.credentials.get({ publicKey: assertionOptions(challenge) }));
  return assertionOf(found);
}

/** Has the device, or one beside it, make a new passkey. */
export async function makePasskey(request: PasskeyRequest): Promise<PasskeyCredential> {
  const made = await inWords(navigator.credentials.create({ publicKey: creationOptions(request) }));
  return credentialOf(made);
}

async function inWords(asking: Promise<Credential | null>): Promise<PublicKeyCredential> {
  try {
    const credential = await asking;
    if (credential) return credential as PublicKeyCredential;
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    if (error.name === "InvalidStateError") throw alreadyHere();
  }
  throw unused();
}

/** Browsers do not tell apart who changed his mind, who waited too long, and who has no passkey on this device. */
function unused(): ProblemError {
  return problem(
    PASSKEY_UNUSED,
    i18n._({ id: "passkey.unused", message: "No passkey was used" }),
    i18n._({
      id: "passkey.unused.do",
      message:
        "It was cancelled, took too long, or this device holds no passkey for the office. Try again, or choose another way.",
    }),
  );
}

function alreadyHere(): ProblemError {
  return problem(
    PASSKEY_HERE,
    i18n._({ id: "passkey.here", message: "This device holds a passkey of yours already" }),
    i18n._({
      id: "passkey.here.do",
      message: "Use the one that is there, or revoke it before you make another.",
    }),
  );
}

function problem(code: string, title: string, detail: string): ProblemError {
  return new ProblemError({ type: "about:blank", status: 0, code, title, detail });
}
