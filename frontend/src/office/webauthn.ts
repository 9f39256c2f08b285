import type { PasskeyAssertion, PasskeyChallenge, PasskeyCredential, PasskeyRequest } from "@/api/schema";

/* What the office's server and the browser's authenticators say to each other: bytes are base64url without padding. */

export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

export function base64url(bytes: ArrayBuffer): string {
  let binary = "";
  for (const byte of new Uint8Array(bytes)) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** The argument of `navigator.credentials.get`. */
export function assertionOptions(challenge: PasskeyChallenge): PublicKeyCredentialRequestOptions {
  return {
    challenge: bytesOf(challenge.challenge),
    rpId: challenge.rp_id,
    timeout: challenge.timeout,
    userVerification: "required",
    allowCredentials: challenge.allowed.map(({ id, transports }) => ({
      type: "public-key",
      id: bytesOf(id),
      transports: transports as AuthenticatorTransport[],
    })),
  };
}

/** The argument of `navigator.credentials.create`. */
export function creationOptions(request: PasskeyRequest): PublicKeyCredentialCreationOptions {
  return {
    challenge: bytesOf(request.challenge),
    rp: { id: request.rp_id, name: "Daftar" },
    user: { id: bytesOf(request.user_id), name: request.user_name, displayName: request.display_name },
    pubKeyCredParams: request.algorithms.map((alg) => ({ type: "public-key", alg })),
    timeout: request.timeout,
    attestation: "none",
    authenticatorSelection: {
      residentKey: "required",
      requireResidentKey: true,
      userVerification: "required",
    },
    excludeCredentials: request.excluded.map((id) => ({ type: "public-key", id: bytesOf(id) })),
  };
}

export function assertionOf(credential: PublicKeyCredential): PasskeyAssertion {
  const response = credential.response as AuthenticatorAssertionResponse;
  return {
    id: credential.id,
    client_data_json: base64url(response.clientDataJSON),
    authenticator_data: base64url(response.authenticatorData),
    signature: base64url(response.signature),
  };
}

export function credentialOf(credential: PublicKeyCredential): PasskeyCredential {
  const response = credential.response as AuthenticatorAttestationResponse;
  return {
    client_data_json: base64url(response.clientDataJSON),
    attestation_object: base64url(response.attestationObject),
    transports: response.getTransports?.() ?? [],
  };
}
