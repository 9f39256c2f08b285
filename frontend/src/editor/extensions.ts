import type { Extensions } from "@tiptap/core";
import { Placeholder } from "@tiptap/extensions";
import { StarterKit } from "@tiptap/starter-kit";
import { ParagraphDirection } from "./direction";
import { ParagraphLanguage } from "./paragraphLanguage";
import { Pasting } from "./pasting";
import { ReferenceMark } from "./referenceMark";

/** A note is paragraphs of text: no headings, lists or pictures, so that every paragraph has its number. */
export function noteExtensions(placeholder: string): Extensions {
  return [
    StarterKit.configure({
      blockquote: false,
      bulletList: false,
      code: false,
      codeBlock: false,
      dropcursor: false,
      gapcursor: false,
      hardBreak: false,
      heading: false,
      horizontalRule: false,
      link: false,
      listItem: false,
      listKeymap: false,
      orderedList: false,
      strike: false,
      trailingNode: false,
    }),
    ParagraphDirection,
    ParagraphLanguage,
    ReferenceMark,
    Pasting,
    Placeholder.configure({ placeholder }),
  ];
}
