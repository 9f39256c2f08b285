const DIGITS = 6;

/** What was typed or pasted for a code, as the server reads it: an Urdu keyboard writes other digits. */
export function digitsOf(typed: string): string {
  return typed
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/\D/g, "")
    .slice(0, DIGITS);
}

export const isWhole = (code: string) => code.length === DIGITS;

/** A secret in groups of four, as one types it. */
export const inGroups = (secret: string) => secret.match(/.{1,4}/g)?.join(" ") ?? secret;
