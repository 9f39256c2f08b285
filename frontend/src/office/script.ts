/** Letters of the Arabic script, as Urdu is written. */
const ARABIC = /\p{Script=Arabic}/u;
const LETTER = /\p{L}/u;

/** The language in which a text begins: Nastaliq needs its own line height whatever the interface speaks. */
export function languageOf(text: string): "en" | "ur" {
  for (const character of text) {
    if (ARABIC.test(character)) return "ur";
    if (LETTER.test(character)) return "en";
  }
  return "en";
}
