import { i18n } from "@lingui/core";

export type Language = "en" | "ur";

const STORED = "daftar.language";

/** Each language in two parts: what the first page needs, and all the rest. */
const catalogs = {
  en: {
    first: () => import("./locales/en.po?part=first?lingui"),
    rest: () => import("./locales/en.po?part=rest?lingui"),
  },
  ur: {
    first: () => import("./locales/ur.po?part=first?lingui"),
    rest: () => import("./locales/ur.po?part=rest?lingui"),
  },
};

const complete = new Set<Language>();
let needsAll = false;

/** The language that was chosen on this machine, if any was. */
export function storedLanguage(): Language | null {
  const stored = localStorage.getItem(STORED);
  return stored === "en" || stored === "ur" ? stored : null;
}

/** The language chosen on this machine before, else the browser's, else English. */
export function preferredLanguage(): Language {
  const stored = storedLanguage();
  if (stored) return stored;
  return navigator.language.toLowerCase().startsWith("ur") ? "ur" : "en";
}

/** The language the interface speaks now. */
export function currentLanguage(): Language {
  return i18n.locale === "ur" ? "ur" : "en";
}

async function loadRest(language: Language): Promise<void> {
  if (complete.has(language)) return;
  const { messages } = await catalogs[language].rest();
  complete.add(language);
  i18n.load(language, messages);
}

/** Makes every text of the present language available, and of any language chosen later. */
export function allTexts(): Promise<void> {
  needsAll = true;
  return loadRest(currentLanguage());
}

/** What was loaded later, once the texts that it speaks are there too. */
export async function withAllTexts<Module>(loading: Promise<Module>): Promise<Module> {
  const [module] = await Promise.all([loading, allTexts()]);
  return module;
}

/** Loads a language's texts and turns the whole document to it. */
export async function activate(language: Language): Promise<void> {
  const [{ messages }] = await Promise.all([catalogs[language].first(), needsAll && loadRest(language)]);
  i18n.load(language, messages);
  i18n.activate(language);
  document.documentElement.lang = language;
  document.documentElement.dir = language === "ur" ? "rtl" : "ltr";
}

/** Activates a language and remembers it on this machine. */
export async function chooseLanguage(language: Language): Promise<void> {
  await activate(language);
  localStorage.setItem(STORED, language);
}
