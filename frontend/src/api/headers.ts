/** The version this change was made against; the server refuses when somebody was faster. */
export function ifMatch(version: number): { "If-Match": string } {
  return { "If-Match": `"${version}"` };
}

/** A fresh key for one intended act: send the same key again when retrying that act. */
export function idempotencyKey(): string {
  return crypto.randomUUID();
}
