import type { DispatchAddress } from "@/api/schema";
import { currentLanguage } from "@/i18n/i18n";
import { languageOf } from "@/office/script";
import { Words } from "@/office/Words";

/** The lines of an address as they were printed, in the reader's language; each as high as its script needs. */
export function Address({ address }: { address: DispatchAddress }) {
  const lines = address[currentLanguage()];
  return lines.map((line, index) => (
    // Two lines of an address may say the same; their order never changes.
    // biome-ignore lint/suspicious/noArrayIndexKey: see above.
    <span key={index} lang={languageOf(line)} className={index === 0 ? "block" : "block text-sm text-muted"}>
      <Words>{line}</Words>
    </span>
  ));
}
