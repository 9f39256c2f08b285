import { Extension } from "@tiptap/core";
import type { NoteParagraph } from "./types";

export type Direction = NoteParagraph["dir"];

declare module "@tiptap/core" {
  interface Commands<ReturnType> {
    paragraphDirection: {
      setParagraphDirection: (dir: Direction) => ReturnType;
    };
  }
}

/** Each paragraph has its own direction: by its first strong letter unless the writer says otherwise. */
export const ParagraphDirection = Extension.create({
  name: "paragraphDirection",

  addGlobalAttributes() {
    return [
      {
        types: ["paragraph"],
        attributes: {
          dir: {
            default: "auto",
            keepOnSplit: true,
            parseHTML: (element) => {
              const dir = element.getAttribute("dir");
              return dir === "ltr" || dir === "rtl" ? dir : "auto";
            },
            renderHTML: ({ dir }) => ({ dir: dir as string }),
          },
        },
      },
    ];
  },

  addCommands() {
    return {
      setParagraphDirection:
        (dir) =>
        ({ commands }) =>
          commands.updateAttributes("paragraph", { dir }),
    };
  },
});
