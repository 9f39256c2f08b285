import { type Bytes, joined, toBase64Url } from "@/office/digest";
import { verifies as verifiesEd25519 } from "./ed25519";

// Public keys of officers: points of P-256, and COSE keys of the three algorithms that passkeys have.

const P256 = { name: "ECDSA", namedCurve: "P-256" };
const RSA = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
const COORDINATE = 32;

/** Whether a key has signed a message; `null` where the browser does not know the algorithm. */
export type Verifies = (signature: Bytes, message: Bytes) => Promise<boolean | null>;

/** A signature of ECDSA in DER as its two numbers of 32 bytes; `null` for whatever is none. */
function numbersOf(der: Bytes): Bytes | null {
  const numbers: Bytes[] = [];
  if (der[0] !== 0x30 || der[1] !== der.length - 2) return null;
  for (let at = 2; at < der.length; ) {
    const length = der[at + 1];
    if (der[at] !== 0x02 || length === undefined || at + 2 + length > der.length) return null;
    const number = der.slice(at + 2, at + 2 + length);
    const digits = number.slice(number.findIndex((byte) => byte !== 0));
    if (digits.length > COORDINATE) return null;
    numbers.push(joined(new Uint8Array(COORDINATE - digits.length), digits));
    at += 2 + length;
  }
  return numbers.length === 2 ? joined(...numbers) : null;
}

/** A point of P-256, uncompressed. */
export function ofPoint(point: Bytes): Verifies {
  return async (signature, message) => {
    const numbers = numbersOf(signature);
    if (!numbers) return false;
    try {
      const key = await crypto.subtle.importKey("raw", point, P256, false, ["verify"]);
      return await crypto.subtle.verify({ name: "ECDSA", hash: "SHA-256" }, key, numbers, message);
    } catch {
      // Every browser that computes at all knows P-256: it is no point of it.
      return false;
    }
  };
}

function ofRsa(modulus: Bytes, exponent: Bytes): Verifies {
  return async (signature, message) => {
    const key = { kty: "RSA", n: toBase64Url(modulus), e: toBase64Url(exponent) };
    try {
      const imported = await crypto.subtle.importKey("jwk", key, RSA, false, ["verify"]);
      return await crypto.subtle.verify(RSA, imported, signature, message);
    } catch {
      return false;
    }
  };
}

type Item = number | Bytes;

/** Kind and number at the beginning of an item of CBOR, and the place after them. */
function head(data: Bytes, at: number): [number, number, number] | null {
  const first = data[at];
  if (first === undefined || (first & 31) > 25) return null;
  const length = Math.max(0, (first & 31) - 23);
  const bytes = data.slice(at + 1, at + 1 + length);
  if (bytes.length < length) return null;
  const number = length > 0 ? bytes.reduce((sum, byte) => sum * 256 + byte, 0) : first & 31;
  return [first >> 5, number, at + 1 + length];
}

/** A number, bytes or a text, and the place after it. */
function item(data: Bytes, at: number): [Item, number] | null {
  const [kind, number, after] = head(data, at) ?? [];
  if (kind === undefined || number === undefined || after === undefined) return null;
  if (kind < 2) return [kind === 0 ? number : -1 - number, after];
  if (kind > 3 || after + number > data.length) return null;
  return [data.slice(after, after + number), after + number];
}

/** The labels of a COSE key; `null` for whatever is none. */
function labels(data: Bytes): Map<number, Item> | null {
  const [kind, count = 0, start = 0] = head(data, 0) ?? [];
  if (kind !== 5 || count > 16) return null;
  const found = new Map<number, Item>();
  let at = start;
  for (let pair = 0; pair < count; pair += 1) {
    const name = item(data, at);
    const value = name && item(data, name[1]);
    if (!value || typeof name[0] !== "number" || found.has(name[0])) return null;
    found.set(name[0], value[0]);
    at = value[1];
  }
  return found;
}

/** The key of a passkey; `null` for one of no algorithm that offices know. */
export function ofCose(data: Bytes): Verifies | null {
  const key = labels(data);
  const bytes = (label: number): Bytes => {
    const value = key?.get(label);
    return value === undefined || typeof value === "number" ? new Uint8Array() : value;
  };
  const is = (type: number, algorithm: number) => key?.get(1) === type && key.get(3) === algorithm;
  const [x, y] = [bytes(-2), bytes(-3)];
  if (is(2, -7) && key?.get(-1) === 1 && x.length === COORDINATE && y.length === COORDINATE) {
    return ofPoint(joined(Uint8Array.of(4), x, y));
  }
  if (is(1, -8) && key?.get(-1) === 6 && x.length === COORDINATE) {
    return (signature, message) => verifiesEd25519(x, signature, message);
  }
  return is(3, -257) ? ofRsa(bytes(-1), x) : null;
}
