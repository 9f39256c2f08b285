import { Extension } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { numbersIn } from "@/office/numbers";
import { languageOf } from "@/office/script";

/** Marks each paragraph with the language of its letters (Nastaliq needs room) and shows which are empty. */
export const ParagraphLanguage = Extension.create({
  name: "paragraphLanguage",

  addProseMirrorPlugins() {
    return [
      new Plugin({
        props: {
          decorations({ doc }) {
            const marks: Decoration[] = [];
            doc.forEach((node, offset) => {
              const blank = node.textContent.trim() === "";
              const attributes = blank ? { class: "is-blank" } : { lang: languageOf(node.textContent) };
              marks.push(Decoration.node(offset, offset + node.nodeSize, attributes));
              const start = offset + 1;
              for (const { from, to } of numbersIn(node.textContent)) {
                marks.push(Decoration.inline(start + from, start + to, { nodeName: "bdi", dir: "ltr" }));
              }
            });
            return DecorationSet.create(doc, marks);
          },
        },
      }),
    ];
  },
});
