import { describe, expect, it } from "vitest";
import { assertionOf, assertionOptions, base64url, bytesOf, creationOptions, credentialOf } from "./webauthn";

const buffer = (...bytes: number[]) => Uint8Array.from(bytes).buffer;

describe("base64url", () => {
  it("knows neither plus, slash nor padding", () => {
    expect(base64url(buffer(0xfb, 0xef, 0xff, 0x3e))).toBe("--__Pg");
    expect([...bytesOf("--__Pg")]).toEqual([0xfb, 0xef, 0xff, 0x3e]);
  });

  it("gives back every length of bytes", () => {
    for (let length = 0; length < 70; length += 1) {
      const bytes = Uint8Array.from({ length }, (_, index) => (index * 37 + length * 11) % 256);
      const text = base64url(bytes.buffer);
      expect(text).toMatch(/^[\w-]*$/);
      expect([...bytesOf(text)]).toEqual([...bytes]);
    }
  });
});

describe("what a browser is asked", () => {
  it("is to prove one of the named passkeys, unlocked by its owner", () => {
    const options = assertionOptions({
      challenge: "AQID",
      rp_id: "daftar.example",
      timeout: 300_000,
      allowed: [{ id: "BAUG", transports: ["internal", "hybrid"] }],
    });
    expect(options).toMatchObject({ rpId: "daftar.example", timeout: 300_000, userVerification: "required" });
    expect([...new Uint8Array(options.challenge as ArrayBuffer)]).toEqual([1, 2, 3]);
    const [allowed] = options.allowCredentials ?? [];
    expect(allowed).toMatchObject({ type: "public-key", transports: ["internal", "hybrid"] });
    expect([...new Uint8Array(allowed?.id as ArrayBuffer)]).toEqual([4, 5, 6]);
  });

  it("is to make a passkey that is found without a name, beside none that is enrolled", () => {
    const options = creationOptions({
      challenge: "AQID",
      rp_id: "daftar.example",
      timeout: 300_000,
      user_id: "Bwg",
      user_name: "bilal.hassan",
      display_name: "Bilal Hassan",
      algorithms: [-7, -257],
      excluded: ["BAUG"],
    });
    expect(options.rp.id).toBe("daftar.example");
    expect(options.user).toMatchObject({ name: "bilal.hassan", displayName: "Bilal Hassan" });
    expect([...new Uint8Array(options.user.id as ArrayBuffer)]).toEqual([7, 8]);
    expect(options.pubKeyCredParams).toEqual([
      { type: "public-key", alg: -7 },
      { type: "public-key", alg: -257 },
    ]);
    expect(options.authenticatorSelection).toMatchObject({
      residentKey: "required",
      userVerification: "required",
    });
    expect(options.attestation).toBe("none");
    expect([...new Uint8Array(options.excludeCredentials?.[0]?.id as ArrayBuffer)]).toEqual([4, 5, 6]);
  });
});

describe("what an authenticator answers", () => {
  it("goes to the server as text", () => {
    const response = {
      clientDataJSON: buffer(1),
      authenticatorData: buffer(2, 3),
      signature: buffer(0xff),
    };
    expect(assertionOf({ id: "BAUG", response } as unknown as PublicKeyCredential)).toEqual({
      id: "BAUG",
      client_data_json: "AQ",
      authenticator_data: "AgM",
      signature: "_w",
    });
  });

  it("names no way to reach it where the browser knows none", () => {
    const response = { clientDataJSON: buffer(1), attestationObject: buffer(2) };
    expect(credentialOf({ response } as unknown as PublicKeyCredential)).toEqual({
      client_data_json: "AQ",
      attestation_object: "Ag",
      transports: [],
    });
  });
});
