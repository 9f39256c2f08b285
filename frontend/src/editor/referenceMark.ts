import { InputRule, Mark, PasteRule } from "@tiptap/core";
import { findPlaces, placeAtEnd } from "@/office/places";
import type { Reference } from "./types";

declare module "@tiptap/core" {
  interface Commands<ReturnType> {
    reference: {
      /** Links the selection, or inserts `text` at the cursor, to a place. */
      setReference: (reference: Reference, text: string) => ReturnType;
      unsetReference: () => ReturnType;
    };
  }
}

/** A link from the words of a note to a page, a paragraph, another file or a rule. */
export const ReferenceMark = Mark.create({
  name: "reference",
  inclusive: false,
  excludes: "reference",

  addAttributes() {
    return {
      flag: { default: null, rendered: false },
      target: { default: null, rendered: false },
    };
  },

  // Pasted HTML cannot carry a reference: places are found again in its text by the paste rule.
  parseHTML() {
    return [];
  },

  renderHTML({ mark }) {
    const flag = mark.attrs.flag as string | null;
    const target = mark.attrs.target as Reference["target"] | null;
    return [
      "span",
      {
        class: "note-reference",
        "data-kind": target?.kind ?? "",
        ...(flag ? { "data-flag": flag } : {}),
        ...(target?.kind === "rule" ? { title: target.text } : {}),
      },
      0,
    ];
  },

  addCommands() {
    return {
      setReference:
        ({ flag, target }, text) =>
        ({ state, chain }) => {
          const mark = { type: this.name, attrs: { flag: flag ?? null, target } };
          // The caret goes behind the linked words: who types on does not write over them.
          const { empty, to } = state.selection;
          if (!empty) return chain().setMark(mark.type, mark.attrs).setTextSelection(to).run();
          return chain()
            .insertContent([{ type: "text", text, marks: [mark] }])
            .run();
        },
      unsetReference:
        () =>
        ({ chain }) =>
          chain().extendMarkRange(this.name).unsetMark(this.name).run(),
    };
  },

  addInputRules() {
    return [
      new InputRule({
        find: (text) => {
          const found = placeAtEnd(text);
          return found ? { index: found.index, text: found.text, data: { place: found.place } } : null;
        },
        // The rule runs before the last character is in the document: it is written here, then all is linked.
        handler: ({ state, range, match }) => {
          const { tr } = state;
          const typed = match[0].slice(range.to - range.from);
          if (typed) tr.insertText(typed, range.to);
          const end = range.to + typed.length;
          tr.addMark(range.from, end, this.type.create({ flag: null, target: match.data?.place }));
          tr.removeStoredMark(this.type);
        },
      }),
    ];
  },

  addPasteRules() {
    return [
      new PasteRule({
        find: (text) =>
          findPlaces(text).map(({ index, text: written, place }) => ({
            index,
            text: written,
            data: { place },
          })),
        handler: ({ state, range, match }) => {
          state.tr.addMark(range.from, range.to, this.type.create({ flag: null, target: match.data?.place }));
        },
      }),
    ];
  },
});
