import { client } from "@/api/client";
import { ensureMe } from "@/api/me";
import { chooseLanguage, currentLanguage, storedLanguage } from "@/i18n/i18n";

let chosenHere = false;

/** The reader turned the sign-in page to another language: that choice is newer than the remembered one. */
export function languageWasChosen(): void {
  chosenHere = true;
}

/**
 * After signing in: what the reader just chose becomes the account's language; a choice made on this
 * machine before stays; where nobody has chosen yet, the account's language is taken.
 */
export async function settleLanguage(): Promise<void> {
  const { person } = await ensureMe();
  if (person.language === currentLanguage()) return;
  if (chosenHere) await client.PATCH("/api/v1/me", { body: { language: currentLanguage() } });
  else if (storedLanguage() === null) await chooseLanguage(person.language);
}
