import type { Bytes } from "@/office/digest";

/** Whether an Ed25519 signature is good; `null` where the browser does not know Ed25519. */
export async function verifies(key: Bytes, signature: Bytes, message: Bytes): Promise<boolean | null> {
  const imported = await imports(key);
  if (!imported) return null;
  return crypto.subtle.verify("Ed25519", imported, signature, message);
}

async function imports(key: Bytes): Promise<CryptoKey | null> {
  try {
    return await crypto.subtle.importKey("raw", key, "Ed25519", false, ["verify"]);
  } catch {
    return null;
  }
}
