import { client } from "@/api/client";
import { ensureMe } from "@/api/me";
import { chooseLanguage, currentLanguage } from "@/i18n/i18n";

let chosenHere = false;

/** The reader turned the sign-in page to another language: that choice is newer than the remembered one. */
export function languageWasChosen(): void {
  chosenHere = true;
}

/** After signing in: the person's language, or, when they just chose another, that one from now on. */
export async function settleLanguage(): Promise<void> {
  const { person } = await ensureMe();
  if (person.language === currentLanguage()) return;
  if (chosenHere) await client.PATCH("/api/v1/me", { body: { language: currentLanguage() } });
  else await chooseLanguage(person.language);
}
