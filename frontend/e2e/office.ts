import { fileURLToPath } from "node:url";
import { type Browser, expect, type Page } from "@playwright/test";
import { readCatalogue } from "../scripts/po.mjs";

export type Language = "en" | "ur";
export const LANGUAGES: Language[] = ["en", "ur"];

/** Accounts of the demonstration office; all have the same, published password. */
export const CLERK = "clerk.finance";
export const SECTION_OFFICER = "so.budget1";
export const DEPUTY_SECRETARY = "ds.budget";
export const ADDITIONAL_SECRETARY = "as.budget";
export const SECRETARY = "secretary.finance";
export const ADMINISTRATOR = "admin";
export const AUDITOR = "auditor";
export const PASSWORD = "lahore-canal-bank-1947";

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const catalogues: Record<Language, Map<string, string>> = {
  en: readCatalogue(file("../src/i18n/locales/en.po")),
  ur: readCatalogue(file("../src/i18n/locales/ur.po")),
};

/** A typed letter of three pages. */
export const LETTER = file("./fixtures/letter.pdf");

/** The office's words in one language, by the ids of the interface. */
export function wordsOf(language: Language) {
  return (id: string, values: Record<string, string | number> = {}): string => {
    const text = catalogues[language].get(id);
    if (!text) throw new Error(`no text ${id} in ${language}`);
    return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));
  };
}

export type Words = ReturnType<typeof wordsOf>;

export interface Officer {
  page: Page;
  say: Words;
}

/** Signs an officer in at an own browser, as at an own desk. */
export async function signIn(browser: Browser, userName: string, language: Language): Promise<Officer> {
  const context = await browser.newContext({ locale: language === "ur" ? "ur-PK" : "en-GB" });
  await context.addInitScript((chosen) => localStorage.setItem("daftar.language", chosen), language);
  const page = await context.newPage();
  const say = wordsOf(language);
  await page.goto("/sign-in");
  await page.getByLabel(say("session.userName")).fill(userName);
  await page.getByLabel(say("session.password"), { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: say("session.signIn"), exact: true }).click();
  await expect(page).not.toHaveURL(/sign-in/);
  await expect(page.getByRole("banner")).toBeVisible();
  return { page, say };
}

/** Every subject is its own, so that journeys do not meet in the same office. */
export function subjectOf(what: string): string {
  return `${what} ${Date.now().toString(36)}${Math.floor(Math.random() * 1e4)}`;
}

/** Chooses a post in a field that searches. */
export async function choosePost(page: Page, label: string, words: string, option: RegExp): Promise<void> {
  const field = page.getByRole("combobox", { name: label });
  // The list is made anew when the server has answered: what is pressed before that may go from under the hand.
  const found = page.waitForResponse((answer) => new URL(answer.url()).searchParams.get("query") === words);
  await field.fill(words);
  await found;
  await page.getByRole("option", { name: option }).first().click();
  await expect(field).toHaveAttribute("aria-expanded", "false");
}
