import { useLingui } from "@lingui/react";
import { Tabs } from "@/ui/Tabs";
import { useIsWide } from "@/ui/useIsWide";
import { LazyLetterEditor } from "./LazyLetterEditor";
import type { Text } from "./text";
import type { Language } from "./types";

interface LetterTextsProps {
  /** In which languages the letter is written. */
  languages: Language | "both";
  texts: Record<Language, Text>;
  onChange: (language: Language, text: Text) => void;
  readOnly?: boolean;
  /** Characters of each text that cannot be printed. */
  unprintable?: Partial<Record<Language, readonly string[]>>;
}

/** The texts of a letter: beside each other, or, where there is no room for two, behind each other. */
export function LetterTexts({ languages, texts, onChange, readOnly, unprintable }: LetterTextsProps) {
  const { i18n } = useLingui();
  const isWide = useIsWide();
  const names: Record<Language, string> = {
    en: i18n._({ id: "letter.text.en", message: "English text" }),
    ur: i18n._({ id: "letter.text.ur", message: "Urdu text" }),
  };
  const editor = (language: Language) => (
    <LazyLetterEditor
      key={language}
      language={language}
      label={names[language]}
      value={texts[language]}
      onChange={(text) => onChange(language, text)}
      readOnly={readOnly ?? false}
      unprintable={unprintable?.[language] ?? []}
    />
  );
  if (languages !== "both") return editor(languages);
  const both: Language[] = ["en", "ur"];
  if (!isWide) {
    return (
      <Tabs
        keep
        label={i18n._({ id: "letter.text.languages", message: "Texts of the letter" })}
        tabs={both.map((language) => ({ id: language, label: names[language], content: editor(language) }))}
      />
    );
  }
  return (
    <div className="grid grid-cols-2 gap-4">
      {both.map((language) => (
        <div key={language} className="flex min-w-0 flex-col gap-1">
          <p className="text-sm font-medium lang-ur:font-normal" aria-hidden="true">
            {names[language]}
          </p>
          {editor(language)}
        </div>
      ))}
    </div>
  );
}
