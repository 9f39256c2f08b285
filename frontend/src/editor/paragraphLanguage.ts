import { Extension } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { languageOf } from "@/office/script";
import { PLACE_NUMBER } from "./references";

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
              for (const { index, 0: place } of node.textContent.matchAll(PLACE_NUMBER)) {
                const from = offset + 1 + index;
                marks.push(Decoration.inline(from, from + place.length, { nodeName: "bdi", dir: "ltr" }));
              }
            });
            return DecorationSet.create(doc, marks);
          },
        },
      }),
    ];
  },
});
