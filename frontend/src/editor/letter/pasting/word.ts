import type { Marked } from "./entries";
import { type Marker, readMark } from "./markers";
import { stylesOf } from "./styles";

/** Word writes a list as paragraphs: `mso-list` says how deep, a span that others ignore holds the mark. */
export function wordMarkOf(
  element: Element,
  styles: Map<string, string>,
): { marker: Omit<Marked, "paragraph">; rest: Element } | null {
  const level = /\blevel(\d)/.exec(styles.get("mso-list") ?? "")?.[1];
  if (!level) return null;
  const rest = element.cloneNode(true) as Element;
  const ignored = [...rest.querySelectorAll("span")].find(
    (span) => stylesOf(span).get("mso-list") === "ignore",
  );
  if (!ignored) return null;
  const mark = (ignored.textContent ?? "").replace(/[\s\u00A0]+/g, "");
  const readings = isPicture(ignored) ? [BULLET] : readMark(mark);
  ignored.remove();
  return {
    marker: { mark, readings: readings.length > 0 ? readings : bulletOf(mark), level: Number(level) },
    rest,
  };
}

const BULLET: Marker = { style: "bullet", number: 1 };

/** Of the letters of these faces each is a picture. */
function isPicture(mark: Element): boolean {
  return [mark, ...mark.querySelectorAll("span"), ...(mark.parentElement ? [mark.parentElement] : [])].some(
    (it) => /symbol|wingdings|webdings/.test(stylesOf(it).get("font-family") ?? ""),
  );
}

/** One sign that counts nothing, such as the `o` that Word sets in Courier. */
function bulletOf(mark: string): Marker[] {
  return mark === "o" || (mark.length === 1 && !/[\p{L}\p{N}]/u.test(mark)) ? [BULLET] : [];
}

/** A further paragraph of an item. */
export function isListParagraph(element: Element): boolean {
  return element.nodeName === "P" && /^MsoList(Paragraph|Continue)/.test(element.className);
}

export function headingLevelOf(element: Element): number | null {
  const heading = /^H([1-6])$/.exec(element.nodeName)?.[1];
  if (heading) return Math.min(3, Number(heading));
  const named = /^Mso(Title|Subtitle)$/.exec(element.className)?.[1];
  return named ? (named === "Title" ? 1 : 2) : null;
}
