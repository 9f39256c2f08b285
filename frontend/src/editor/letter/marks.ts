import { Extension } from "@tiptap/core";
import type { Node as DocumentNode } from "@tiptap/pm/model";
import { type EditorState, Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { numbersIn } from "@/office/numbers";
import { placesOf } from "./unprintable";

declare module "@tiptap/core" {
  interface Commands<ReturnType> {
    letterMarks: {
      /** Marks the characters that no printer of the office has. */
      markUnprintable: (characters: readonly string[]) => ReturnType;
    };
  }
}

interface Shown {
  unprintable: readonly string[];
  marks: DecorationSet;
}

const key = new PluginKey<Shown>("letterMarks");
const ARABIC = /\p{Script=Arabic}/u;

/** The text between the marks of a block, so that a place in it is a place in the document. */
export function lettersOf(block: DocumentNode): string {
  return block.textBetween(0, block.content.size, "\n", "\n");
}

/** What is seen in the text and is no part of it: which cells name columns, where numbers are, what cannot be printed. */
export const LetterMarks = Extension.create({
  name: "letterMarks",

  addCommands() {
    return {
      markUnprintable:
        (characters) =>
        ({ tr, dispatch }) => {
          dispatch?.(tr.setMeta(key, characters).setMeta("addToHistory", false));
          return true;
        },
    };
  },

  addProseMirrorPlugins() {
    return [
      new Plugin<Shown>({
        key,
        state: {
          init: (_, { doc }) => ({ unprintable: [], marks: marksOf(doc, []) }),
          apply: (tr, before) => {
            const unprintable = tr.getMeta(key) as readonly string[] | undefined;
            if (unprintable) return { unprintable, marks: marksOf(tr.doc, unprintable) };
            return tr.docChanged ? { ...before, marks: marksAfter(tr, before) } : before;
          },
        },
        props: { decorations: (state) => key.getState(state)?.marks },
      }),
    ];
  },
});

/** The first place of a character that cannot be printed. */
export function firstUnprintable(
  { doc }: EditorState,
  characters: readonly string[],
): [number, number] | null {
  let found: [number, number] | null = null;
  doc.descendants((node, at) => {
    if (found || !node.isTextblock) return !found;
    const [place] = placesOf(lettersOf(node), characters);
    if (place) found = [at + 1 + place.from, at + 1 + place.to];
    return false;
  });
  return found;
}

function marksOf(doc: DocumentNode, unprintable: readonly string[]): DecorationSet {
  return DecorationSet.create(doc, marksIn(doc, 0, doc.content.size, unprintable));
}

/** Only the blocks that were written in are looked at again: a letter may have seventy pages. */
function marksAfter(tr: Transaction, { marks, unprintable }: Shown): DecorationSet {
  const start = tr.before.content.findDiffStart(tr.doc.content);
  const end = tr.before.content.findDiffEnd(tr.doc.content);
  const moved = marks.map(tr.mapping, tr.doc);
  if (start === null || !end) return moved;
  const size = tr.doc.content.size;
  const $from = tr.doc.resolve(Math.min(start, size));
  const $to = tr.doc.resolve(Math.min(Math.max(start, end.b), size));
  const from = $from.depth > 0 ? $from.before(1) : $from.pos;
  const to = $to.depth > 0 ? $to.after(1) : $to.pos;
  return moved.remove(moved.find(from, to)).add(tr.doc, marksIn(tr.doc, from, to, unprintable));
}

function marksIn(
  doc: DocumentNode,
  first: number,
  last: number,
  unprintable: readonly string[],
): Decoration[] {
  const marks: Decoration[] = [];
  doc.nodesBetween(first, last, (node, at, parent, index) => {
    if (node.type.name === "tableRow" && index === 0 && parent?.attrs.header) markHeads(node, at, marks);
    if (!node.isTextblock) return true;
    const letters = lettersOf(node);
    const start = at + 1;
    // Within English a number reads the right way by itself.
    const numbers = ARABIC.test(letters) ? numbersIn(letters) : [];
    for (const { from, to } of numbers) {
      marks.push(Decoration.inline(start + from, start + to, { nodeName: "bdi", dir: "ltr" }));
    }
    for (const { from, to } of placesOf(letters, unprintable)) {
      marks.push(Decoration.inline(start + from, start + to, { class: "unprintable" }));
    }
    return false;
  });
  return marks;
}

function markHeads(row: DocumentNode, at: number, marks: Decoration[]): void {
  row.forEach((cell, offset) => {
    const start = at + 1 + offset;
    marks.push(Decoration.node(start, start + cell.nodeSize, { role: "columnheader", class: "is-head" }));
  });
}
