import type { Range } from "@/office/numbers";

/** Where the given characters stand in a text; each may be of several code units, such as an emoji with its tone. */
export function placesOf(text: string, characters: readonly string[]): Range[] {
  const places: Range[] = [];
  for (const character of characters) {
    if (character === "") continue;
    for (
      let from = text.indexOf(character);
      from >= 0;
      from = text.indexOf(character, from + character.length)
    ) {
      places.push({ from, to: from + character.length });
    }
  }
  return places.sort((a, b) => a.from - b.from);
}
