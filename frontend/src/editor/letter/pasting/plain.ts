import type { Block, Paragraph } from "../text";
import { assemble, type Entry, raised } from "./entries";
import { cutMark, readMark } from "./markers";

/** Controls and marks that turn letters round: nobody sees them, and the office accepts no text that has them. */
const MISLEADING =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u206F\uFEFF\u2028\u2029\uFFF9-\uFFFB]|\uDB40[\uDC00-\uDC7F]/g;

export function withoutMisleading(text: string): string {
  return text.replace(MISLEADING, (character) => (/[\u2028\u2029\u0085]/.test(character) ? "\n" : ""));
}

/** A plain text: blank lines part its paragraphs; lines that are counted become what they are counted as. */
export function blocksOfPlain(text: string): Block[] {
  const entries: Entry[] = [];
  let isNew = true;
  for (const line of withoutMisleading(text).replace(/\r\n?/g, "\n").split("\n")) {
    if (line.trim() === "") {
      isNew = true;
      continue;
    }
    const marked = markedLine(line);
    if (marked) entries.push(marked);
    else if (isNew || entries.length === 0) entries.push({ block: paragraphOf(line.trim()) });
    else goOn(entries, line.trim());
    isNew = false;
  }
  return raised(assemble(entries));
}

/** The lines as they are: what somebody asked for who pastes without form. */
export function paragraphsOfPlain(text: string): Block[] {
  const lines = withoutMisleading(text).replace(/\r\n?/g, "\n").trim();
  return lines === "" ? [] : lines.split(/\n\s*\n/).map(paragraphOf);
}

function paragraphOf(text: string): Paragraph {
  return { type: "paragraph", content: [{ text }] };
}

function markedLine(line: string): Entry | null {
  const cut = cutMark(line);
  const readings = cut ? readMark(cut.mark) : [];
  if (!cut || readings.length === 0) return null;
  return { mark: cut.mark, readings, level: null, paragraph: paragraphOf(cut.rest.trim()) };
}

function goOn(entries: Entry[], line: string): void {
  const last = entries.at(-1);
  const paragraph = last && ("block" in last ? last.block : last.paragraph);
  if (paragraph?.type === "paragraph") paragraph.content.push({ text: `\n${line}` });
}
