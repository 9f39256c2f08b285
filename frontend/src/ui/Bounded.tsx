import { useLingui } from "@lingui/react";
import type { ComponentProps } from "react";
import { TextField } from "./Field";
import { TextArea } from "./TextArea";

interface Bounded {
  /** So many letters the record takes. */
  most: number;
  value: string;
}

/**
 * What is too long stays as it was typed or pasted, and the field says so. The browser's own bound would cut the end off
 * without a word, and the end of a remark is often what matters.
 */
export function BoundedArea({ most, ...rest }: ComponentProps<typeof TextArea> & Bounded) {
  return <TextArea {...rest} error={useTooLong(rest.value, most) ?? rest.error} />;
}

export function BoundedField({ most, ...rest }: ComponentProps<typeof TextField> & Bounded) {
  return <TextField {...rest} error={useTooLong(rest.value, most) ?? rest.error} />;
}

/** How many letters are too many, as the server counts them: not in pieces of letters, as JavaScript does. */
export function lettersOver(text: string, most: number): number {
  return Math.max(0, [...text.trim()].length - most);
}

function useTooLong(text: string, most: number): string | undefined {
  const { i18n } = useLingui();
  const over = lettersOver(text, most);
  if (over === 0) return undefined;
  return i18n._({
    id: "paper.too_long_by",
    message:
      "{over, plural, one {# letter} other {# letters}} too many: at most {most} are kept. Shorten the text.",
    values: { over, most },
  });
}
