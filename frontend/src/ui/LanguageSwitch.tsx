import { currentLanguage, type Language } from "@/i18n/i18n";
import { Button } from "./Button";

/** Offers the other language, in that language. */
export function LanguageSwitch({ onChoose }: { onChoose: (language: Language) => void }) {
  const other: Language = currentLanguage() === "en" ? "ur" : "en";
  return (
    <Button
      tone="quiet"
      lang={other}
      dir={other === "ur" ? "rtl" : "ltr"}
      className="lang-ur:text-lg!"
      onClick={() => onChoose(other)}
    >
      {other === "ur" ? "اردو" : "English"}
    </Button>
  );
}
