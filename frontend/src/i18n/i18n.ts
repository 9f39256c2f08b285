import { i18n } from "@lingui/core";

export type Language = "en" | "ur";

const STORED = "daftar.language";
const catalogs = {
  en: () => import("./locales/en.po"),
  ur: () => import("./locales/ur.po"),
};

/** The language chosen on this machine before, else the browser's, else English. */
export function preferredLanguage(): Language {
  const stored = localStorage.getItem(STORED);
  if (stored === "en" || stored === "ur") return stored;
  return navigator.language.toLowerCase().startsWith("ur") ? "ur" : "en";
}

/** The language the interface speaks now. */
export function currentLanguage(): Language {
  return i18n.locale === "ur" ? "ur" : "en";
}

/** Loads a language's texts and turns the whole document to it. */
export async function activate(language: Language): Promise<void> {
  const { messages } = await catalogs[language]();
  i18n.loadAndActivate({ locale: language, messages });
  document.documentElement.lang = language;
  document.documentElement.dir = language === "ur" ? "rtl" : "ltr";
}

/** Activates a language and remembers it on this machine. */
export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(STORED, language);
  await activate(language);
}
