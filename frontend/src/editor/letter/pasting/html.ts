import { languageOf } from "@/office/script";
import {
  type Align,
  type Block,
  type List,
  normalRuns,
  type Paragraph,
  plain,
  type Run,
  type STYLES,
} from "../text";
import { assemble, type Entry, raised } from "./entries";
import { markText } from "./markers";
import { withoutMisleading } from "./plain";
import { isBlock, isUnseen, stylesOf } from "./styles";
import { tableOf } from "./table";
import { headingLevelOf, isListParagraph, wordMarkOf } from "./word";

type Style = (typeof STYLES)[number];

/** What an element passes on to what is in it. */
interface Context {
  styles: Partial<Record<Style, boolean>>;
  isRtl: boolean | null;
  textAlign: string | null;
  isPre: boolean;
  /** Within an item or a cell there are no headings; in an item, no tables. */
  inside: "item" | "cell" | null;
}

/**
 * What was copied from a page or from Word, read into the office's own form. Nothing is taken over but words and the
 * few forms that a letter has, so whatever else a page carries is left behind.
 */
export function blocksOfHtml(html: string): Block[] {
  // A document of its own, in which nothing runs and nothing is fetched.
  const { body } = new DOMParser().parseFromString(html, "text/html");
  const start: Context = { styles: {}, isRtl: null, textAlign: null, isPre: false, inside: null };
  return raised(flow(body, start));
}

function flow(element: Element, context: Context): Block[] {
  const reader = new Reader();
  reader.children(element, context);
  reader.end(context);
  return assemble(reader.entries);
}

class Reader {
  readonly entries: Entry[] = [];
  private line: Run[] = [];

  children(element: Element, context: Context): void {
    for (const node of element.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) this.words(node.textContent ?? "", context);
      else if (node.nodeType === Node.ELEMENT_NODE) this.element(node as Element, context);
    }
  }

  /** What was gathered since the last block is a paragraph. */
  end(context: Context): void {
    for (const content of paragraphsIn(this.line)) {
      this.entries.push({ block: { type: "paragraph", align: alignOf(content, context), content } });
    }
    this.line = [];
  }

  private words(text: string, context: Context): void {
    const seen = withoutMisleading(context.isPre ? text : text.replace(/[ \t\r\n\f]+/g, " "));
    this.line.push({ text: seen.replace(/\t/g, " "), ...context.styles });
  }

  private element(element: Element, around: Context): void {
    const styles = stylesOf(element);
    if (isUnseen(element, styles)) return;
    if (element.nodeName === "BR") {
      this.line.push({ text: "\n", ...around.styles });
      return;
    }
    const context = contextIn(element, styles, around);
    if (!isBlock(element)) {
      const raisedDigits = digitsOf(element);
      if (raisedDigits) this.words(raisedDigits, context);
      else this.children(element, context);
      return;
    }
    this.end(around);
    this.block(element, styles, context);
  }

  private block(element: Element, styles: Map<string, string>, context: Context): void {
    const level = headingLevelOf(element);
    const mark = wordMarkOf(element, styles);
    if (mark) {
      const [paragraph] = flow(mark.rest, context);
      if (paragraph?.type === "paragraph") this.entries.push({ ...mark.marker, paragraph });
    } else if (level) this.heading(element, level, context);
    else if (element.nodeName === "UL" || element.nodeName === "OL") this.list(element, context);
    else if (element.nodeName === "TABLE") this.table(element as HTMLTableElement, context);
    else if (isListParagraph(element)) {
      for (const block of flow(element, context)) this.entries.push({ block, within: true });
    } else {
      this.children(element, context);
      this.end(context);
    }
  }

  private heading(element: Element, level: number, context: Context): void {
    // A heading is bold by itself; where there can be none, its words are.
    const styles = { ...context.styles, bold: context.inside !== null };
    for (const block of flow(element, { ...context, styles })) {
      const isHeading = context.inside === null && block.type === "paragraph";
      this.entries.push({
        block: isHeading ? { type: "heading", level, content: unbold(block.content) } : block,
      });
    }
  }

  private list(element: Element, context: Context): void {
    const items: Block[][] = [];
    const inItem: Context = { ...context, inside: context.inside ?? "item" };
    for (const child of element.children) {
      if (isUnseen(child, stylesOf(child))) continue;
      const blocks = flow(child.nodeName === "LI" ? child : wrapped(child), inItem);
      const last = items.at(-1);
      // Some programs put the inner list beside the item to which it belongs.
      if (child.nodeName !== "LI" && last) last.push(...blocks);
      else if (blocks.length > 0) items.push(blocks);
    }
    if (items.length === 0) return;
    const list: List = { type: "list", style: listStyleOf(element), items };
    const start = Number(element.getAttribute("start") ?? 1);
    if (list.style === "bullet" || start === 1) this.entries.push({ block: list });
    else for (const block of counted(list, start)) this.entries.push({ block });
  }

  private table(element: HTMLTableElement, context: Context): void {
    const read = (inner: Element) =>
      flow(inner, { ...contextIn(inner, stylesOf(inner), context), inside: "cell" });
    const table = tableOf(element, read, (inner) => flow(inner, context));
    const blocks = context.inside === "item" ? table.flatMap(asLines) : table;
    for (const block of blocks) this.entries.push({ block });
  }
}

function contextIn(element: Element, styles: Map<string, string>, around: Context): Context {
  const dir = element.getAttribute("dir")?.toLowerCase() ?? styles.get("direction");
  const isRtl = dir === "rtl" ? true : dir === "ltr" ? false : around.isRtl;
  const textAlign =
    styles.get("text-align") ??
    element.getAttribute("align")?.toLowerCase() ??
    (element.nodeName === "CENTER" ? "center" : around.textAlign);
  return {
    ...around,
    styles: { ...around.styles, ...emphasisOf(element, styles) },
    isRtl,
    textAlign: textAlign ?? null,
    isPre: around.isPre || element.nodeName === "PRE",
  };
}

const TAGS: Record<string, Style> = {
  B: "bold",
  STRONG: "bold",
  I: "italic",
  EM: "italic",
  U: "underline",
  INS: "underline",
};

function emphasisOf(element: Element, styles: Map<string, string>): Context["styles"] {
  const found: Context["styles"] = {};
  const tag = TAGS[element.nodeName];
  // Word marks what was added since by `ins`; in the text it is like the rest.
  if (tag && element.nodeName !== "INS") found[tag] = true;
  const weight = styles.get("font-weight");
  if (weight) found.bold = weight === "bold" || weight === "bolder" || Number(weight) >= 600;
  const slant = styles.get("font-style");
  if (slant) found.italic = slant === "italic" || slant.startsWith("oblique");
  const line = styles.get("text-decoration") ?? styles.get("text-decoration-line");
  if (line?.includes("underline")) found.underline = true;
  return found;
}

function alignOf(content: readonly Run[], { textAlign, isRtl }: Context): Align {
  const rtl = isRtl ?? languageOf(plain(content)) === "ur";
  if (textAlign === "center") return "centre";
  if (textAlign === "end" || textAlign === (rtl ? "left" : "right")) return "end";
  return "start";
}

/** Lines without words part paragraphs; at the ends of a line there is no space. */
function paragraphsIn(line: readonly Run[]): Run[][] {
  const paragraphs: Run[][] = [];
  let current: Run[] = [];
  for (const words of linesIn(line)) {
    const content = trimmed(words);
    if (content.length === 0) current = [];
    else if (current.length === 0) {
      current = content;
      paragraphs.push(current);
    } else current.push({ text: "\n" }, ...content);
  }
  return paragraphs.map(normalRuns);
}

function linesIn(line: readonly Run[]): Run[][] {
  const lines: Run[][] = [[]];
  for (const { text, ...styles } of line) {
    text.split("\n").forEach((piece, index) => {
      if (index > 0) lines.push([]);
      lines.at(-1)?.push({ text: piece, ...styles });
    });
  }
  return lines;
}

/** Many spaces, and the fixed ones by which other programs make room, are one. */
function trimmed(words: readonly Run[]): Run[] {
  const runs: Run[] = [];
  let isAfterSpace = true;
  for (const run of normalRuns(words)) {
    let text = run.text.replace(/[ \u00A0]{2,}/g, " ");
    if (isAfterSpace) text = text.replace(/^[ \u00A0]+/, "");
    if (text === "") continue;
    isAfterSpace = /[ \u00A0]$/.test(text);
    runs.push({ ...run, text });
  }
  const last = runs.pop();
  const end = last?.text.trimEnd();
  return last && end ? [...runs, { ...last, text: end }] : runs;
}

function unbold(content: readonly Run[]): Run[] {
  return normalRuns(content.map((run) => ({ ...run, bold: false })));
}

function wrapped(element: Element): Element {
  const box = element.ownerDocument.createElement("div");
  box.append(element.cloneNode(true));
  return box;
}

const NUMBERS: [RegExp, List["style"]][] = [
  [/alpha|latin/, "alpha"],
  [/roman/, "roman"],
  [/disc|circle|square|none/, "bullet"],
];

function listStyleOf(element: Element): List["style"] {
  const first = element.querySelector(":scope > li");
  const type = element.getAttribute("type") ?? "";
  if (/^[ai]$/i.test(type)) return type.toLowerCase() === "a" ? "alpha" : "roman";
  const said = [element, ...(first ? [first] : [])]
    .map((it) => stylesOf(it))
    .flatMap((styles) => [styles.get("list-style-type"), styles.get("list-style")]);
  const name = said.find(Boolean) ?? "";
  return (
    NUMBERS.find(([pattern]) => pattern.test(name))?.[1] ?? (element.nodeName === "UL" ? "bullet" : "decimal")
  );
}

/** A list that begins elsewhere than at its beginning would be counted anew: its marks become words. */
function counted(list: List, start: number): Block[] {
  return list.items.flatMap((item, index) => {
    const [first, ...rest] = item;
    const mark: Run = { text: `${markText(list.style, start + index)} ` };
    if (first?.type !== "paragraph")
      return [{ type: "paragraph", content: [mark] } satisfies Paragraph, ...item];
    return [{ ...first, content: [mark, ...first.content] }, ...rest];
  });
}

/** A table where there can be none: a line for each row, its cells apart. */
function asLines(block: Block): Block[] {
  if (block.type !== "table") return [block];
  return block.rows.map((row) => {
    const text = row.map(({ content }) => plain(content).replaceAll("\n", " ")).join(" | ");
    return { type: "paragraph", content: [{ text }] };
  });
}

const HIGH = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const LOW = "₀₁₂₃₄₅₆₇₈₉";

/** There is no form for raised letters; of digits, 10² must not become 102. */
function digitsOf(element: Element): string | null {
  if (element.nodeName !== "SUP" && element.nodeName !== "SUB") return null;
  const digits = element.textContent?.trim() ?? "";
  if (!/^\d+$/.test(digits)) return null;
  return digits.replace(/\d/g, (digit) => (element.nodeName === "SUP" ? HIGH : LOW)[Number(digit)] ?? digit);
}
