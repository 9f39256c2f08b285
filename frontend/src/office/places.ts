/**
 * The ways in which officers write a place on the file, in either script:
 * `p. 12/C`, `page 12/C`, `ص 12/C`, `صفحہ ۱۲/سی` for a page of the correspondence,
 * `para 5/N`, `پیرا ۵/این` for a paragraph of the notes.
 * The suffix is required: "para 7 of F.3-1/2024" speaks of another file.
 */
export type Place = { kind: "page"; page: number } | { kind: "paragraph"; paragraph: number };

export interface PlaceMatch {
  index: number;
  text: string;
  place: Place;
}

const DIGIT = "[0-9\\u0660-\\u0669\\u06F0-\\u06F9]";
const NUMBER = `(${DIGIT}{1,6})`;
const RANGE_END = `(?:\\s?[-\\u2013]\\s?${DIGIT}{1,6})?`;
const PAGE_WORD = "(?:pages?|pp?\\.?|صفحات|صفحہ|ص\\.?)";
const PARAGRAPH_WORD = "(?:paragraphs?|paras?\\.?|پیراگراف|پیرا)";
const PAGE_SUFFIX = "(?:[cC](?![A-Za-z])|سی|م(?!\\p{L}))";
const PARAGRAPH_SUFFIX = "(?:[nN](?![A-Za-z])|این|ن(?!\\p{L}))";

const PAGE = `${PAGE_WORD}\\s{0,2}${NUMBER}${RANGE_END}\\s?/\\s?${PAGE_SUFFIX}`;
const PARAGRAPH = `${PARAGRAPH_WORD}\\s{0,2}${NUMBER}${RANGE_END}\\s?/\\s?${PARAGRAPH_SUFFIX}`;
const PLACE = `(?<![\\p{L}\\p{N}])(?:${PAGE}|${PARAGRAPH})`;

/** Reads a whole number written with Western, Arabic or Urdu digits. */
export function readNumber(text: string): number {
  let value = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const digit = code >= 0x06f0 ? code - 0x06f0 : code >= 0x0660 ? code - 0x0660 : code - 0x30;
    value = value * 10 + digit;
  }
  return value;
}

/** Every place named in a text, from left to right. */
export function findPlaces(text: string): PlaceMatch[] {
  const found: PlaceMatch[] = [];
  for (const match of text.matchAll(new RegExp(PLACE, "giu"))) {
    const place = placeOf(match[1], match[2]);
    if (place) found.push({ index: match.index, text: match[0], place });
  }
  return found;
}

/** The place that ends exactly where the text ends: what the writer has just typed. */
export function placeAtEnd(text: string): PlaceMatch | null {
  const last = findPlaces(text).at(-1);
  return last && last.index + last.text.length === text.length ? last : null;
}

function placeOf(page: string | undefined, paragraph: string | undefined): Place | null {
  const written = page ?? paragraph;
  if (!written) return null;
  const number = readNumber(written);
  if (number < 1) return null;
  return page ? { kind: "page", page: number } : { kind: "paragraph", paragraph: number };
}

/** The text that names a place when the writer chose it from a list. */
export function placeText(place: Place): string {
  return place.kind === "page" ? `p. ${place.page}/C` : `para ${place.paragraph}/N`;
}

/** Whether words name a place, in whichever script, and nothing else. */
export function names(text: string, place: Place): boolean {
  const [found, another] = findPlaces(text);
  return (
    found !== undefined &&
    !another &&
    found.text === text.trim() &&
    placeText(found.place) === placeText(place)
  );
}
