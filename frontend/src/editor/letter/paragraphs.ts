import { Extension } from "@tiptap/core";
import { alignFrom } from "./convert";
import type { Align } from "./text";

declare module "@tiptap/core" {
  interface Commands<ReturnType> {
    letterParagraphs: {
      toggleNumbered: () => ReturnType;
      setAlign: (align: Align) => ReturnType;
    };
  }
}

const ALIGNED = ["paragraph", "tableCell"];

/** A paragraph may carry the next number of the letter; its lines, and those of a cell, stand where the writer says. */
export const LetterParagraphs = Extension.create({
  name: "letterParagraphs",

  addGlobalAttributes() {
    return [
      {
        types: ["paragraph"],
        attributes: {
          numbered: {
            default: false,
            keepOnSplit: true,
            parseHTML: (element) => element.hasAttribute("data-numbered"),
            renderHTML: ({ numbered }) => (numbered ? { "data-numbered": "" } : {}),
          },
        },
      },
      {
        types: ALIGNED,
        attributes: {
          align: {
            default: "start",
            keepOnSplit: true,
            parseHTML: (element) => alignFrom(element.dataset.align),
            renderHTML: ({ align }) => (align === "start" ? {} : { "data-align": align as Align }),
          },
        },
      },
    ];
  },

  addCommands() {
    return {
      toggleNumbered:
        () =>
        ({ editor, chain, can }) => {
          if (!editor.isActive("paragraph") && !can().setParagraph()) return false;
          const numbered = !editor.isActive("paragraph", { numbered: true });
          return chain().setParagraph().updateAttributes("paragraph", { numbered }).run();
        },
      setAlign:
        (align) =>
        ({ commands }) =>
          ALIGNED.map((type) => commands.updateAttributes(type, { align })).some(Boolean),
    };
  },

  addKeyboardShortcuts() {
    const unnumber = () => {
      const { empty, $from } = this.editor.state.selection;
      if (!empty || $from.parentOffset > 0 || !$from.parent.attrs.numbered) return false;
      return this.editor.commands.updateAttributes("paragraph", { numbered: false });
    };
    return {
      // As in a list: the number goes first, the paragraph after it.
      Backspace: unnumber,
      Enter: () => this.editor.state.selection.$from.parent.content.size === 0 && unnumber(),
    };
  },
});
