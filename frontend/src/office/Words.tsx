import type { ReactNode } from "react";
import { Num } from "@/i18n/format";
import { cx } from "@/ui/cx";
import { cutAt, numbersIn, type Range } from "./numbers";
import { languageOf } from "./script";

/** Words that somebody wrote, in whichever language: apart from the text around, with room for Nastaliq. */
export function Words({ children, className }: { children: string; className?: string | undefined }) {
  return (
    // A reference or an address may be one word of three hundred letters.
    <bdi lang={languageOf(children)} className={cx("wrap-anywhere", className)}>
      {withNumbers(children)}
    </bdi>
  );
}

/** A written text with its dates and numbers set apart, so that they read the right way round inside Urdu. */
export function withNumbers(text: string, numbers: Range[] = numbersIn(text)): ReactNode {
  if (numbers.length === 0) return text;
  return cutAt(text, numbers).map((piece, index) =>
    // Of a text that changes, every piece is told anew.
    // biome-ignore lint/suspicious/noArrayIndexKey: see above.
    index % 2 === 1 ? <Num key={index}>{piece}</Num> : piece,
  );
}
