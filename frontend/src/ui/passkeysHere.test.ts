import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { isAddress, localTwin, passkeysHere } from "./passkeysHere";

beforeEach(() => vi.stubGlobal("PublicKeyCredential", class {}));
afterEach(() => vi.unstubAllGlobals());

it("tells names from addresses", () => {
  for (const address of ["127.0.0.1", "10.20.30.40", "[::1]", "[fe80::1]"])
    expect(isAddress(address)).toBe(true);
  for (const name of ["localhost", "daftar.punjab.example", "1office.example"])
    expect(isAddress(name)).toBe(false);
});

it("offers passkeys under a name, on a secure page, in a browser that has them", () => {
  expect(passkeysHere({ hostname: "daftar.example", isSecure: true })).toBe(true);
  expect(passkeysHere({ hostname: "127.0.0.1", isSecure: true })).toBe(false);
  expect(passkeysHere({ hostname: "daftar.example", isSecure: false })).toBe(false);
  vi.unstubAllGlobals();
  expect(passkeysHere({ hostname: "daftar.example", isSecure: true })).toBe(false);
});

it("knows the name of this machine for itself, and no other", () => {
  const at = (url: string) => localTwin(new URL(url) as unknown as Location);
  expect(at("http://127.0.0.1:8080/account")).toBe("http://localhost:8080/account");
  expect(at("http://[::1]/account")).toBe("http://localhost/account");
  expect(at("http://10.0.0.7:8080/account")).toBeNull();
  expect(at("http://localhost:8080/account")).toBeNull();
});
