import type { ReactNode } from "react";
import { I18nProvider } from "react-aria-components";
import { currentLanguage } from "@/i18n/i18n";

/** Tells react-aria the interface's language and direction; without it, it would follow the browser's. */
export function AriaLocale({ children }: { children: ReactNode }) {
  return <I18nProvider locale={currentLanguage() === "ur" ? "ur-PK" : "en-GB"}>{children}</I18nProvider>;
}
