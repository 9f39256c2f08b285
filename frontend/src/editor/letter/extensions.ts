import type { Extensions } from "@tiptap/core";
import { StarterKit } from "@tiptap/starter-kit";
import { LetterList, LetterListItem } from "./lists";
import { LetterMarks } from "./marks";
import { LetterParagraphs } from "./paragraphs";
import { Inserting } from "./pasting/inserting";
import { LetterTable, LetterTableCell, LetterTableRow } from "./tables";

/** Everything that the text of a communication can hold, and nothing more: what has no form cannot come in. */
export function letterExtensions(): Extensions {
  return [
    StarterKit.configure({
      blockquote: false,
      bulletList: false,
      code: false,
      codeBlock: false,
      dropcursor: false,
      heading: { levels: [1, 2, 3] },
      horizontalRule: false,
      link: false,
      listItem: false,
      listKeymap: false,
      orderedList: false,
      strike: false,
      trailingNode: false,
    }),
    LetterParagraphs,
    LetterList,
    LetterListItem,
    LetterTable,
    LetterTableRow,
    LetterTableCell,
    LetterMarks,
    Inserting,
  ];
}
