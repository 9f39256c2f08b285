import { Node } from "@tiptap/core";
import type { Schema } from "@tiptap/pm/model";
import { type EditorState, TextSelection, type Transaction } from "@tiptap/pm/state";
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  deleteColumn,
  deleteRow,
  deleteTable,
  goToNextCell,
  isInTable,
  selectedRect,
  tableEditing,
} from "@tiptap/pm/tables";
import { MOST_COLUMNS, MOST_ROWS } from "./text";

export const TABLE_ACTS = {
  addRowBefore,
  addRowAfter,
  addColumnBefore,
  addColumnAfter,
  deleteRow,
  deleteColumn,
  deleteTable,
};

export type TableAct = keyof typeof TABLE_ACTS;

declare module "@tiptap/core" {
  interface Commands<ReturnType> {
    letterTable: {
      insertLetterTable: (rows: number, columns: number, header: boolean) => ReturnType;
      changeTable: (act: TableAct) => ReturnType;
      toggleTableHeader: () => ReturnType;
    };
  }
}

/** The table in which the selection is, in words that a menu needs. */
export function tableAt(state: EditorState): { header: boolean; rows: number; columns: number } | null {
  if (!isInTable(state)) return null;
  const { table, map } = selectedRect(state);
  return { header: table.attrs.header === true, rows: map.height, columns: map.width };
}

function mayChange(state: EditorState, act: TableAct): boolean {
  const table = tableAt(state);
  if (!table) return false;
  if (act === "addRowBefore" || act === "addRowAfter") return table.rows < MOST_ROWS;
  if (act === "addColumnBefore" || act === "addColumnAfter") return table.columns < MOST_COLUMNS;
  return true;
}

const ROLES: Record<string, string> = { table: "table", tableRow: "row", tableCell: "cell" };

export const LetterTable = Node.create({
  name: "table",
  group: "block",
  content: "tableRow+",
  isolating: true,

  extendNodeSchema({ name }) {
    return name in ROLES ? { tableRole: ROLES[name] } : {};
  },

  addAttributes() {
    return {
      header: {
        default: false,
        parseHTML: (element) => element.hasAttribute("data-header"),
        renderHTML: ({ header }) => (header ? { "data-header": "" } : {}),
      },
    };
  },

  parseHTML() {
    return [{ tag: "table" }];
  },

  renderHTML({ HTMLAttributes }) {
    return ["table", HTMLAttributes, ["tbody", 0]];
  },

  addProseMirrorPlugins() {
    return [tableEditing()];
  },

  addCommands() {
    return {
      insertLetterTable:
        (rows, columns, header) =>
        ({ state, tr, dispatch }) => {
          if (isInTable(state)) return false;
          if (dispatch) insertTable(state.schema, tr, rows, columns, header);
          return true;
        },
      changeTable:
        (act) =>
        ({ state, dispatch }) =>
          mayChange(state, act) && TABLE_ACTS[act](state, dispatch),
      toggleTableHeader:
        () =>
        ({ state, tr, dispatch }) => {
          if (!isInTable(state)) return false;
          const { table, tableStart } = selectedRect(state);
          if (dispatch) tr.setNodeMarkup(tableStart - 1, undefined, { header: !table.attrs.header });
          return true;
        },
    };
  },

  addKeyboardShortcuts() {
    const breakLine = () =>
      isInTable(this.editor.state) && this.editor.commands.insertContent({ type: "hardBreak" });
    const go = (direction: 1 | -1) => () =>
      this.editor.commands.command(({ state, dispatch }) => goToNextCell(direction)(state, dispatch));
    return {
      Tab: () => {
        if (!isInTable(this.editor.state)) return false;
        return go(1)() || (this.editor.chain().changeTable("addRowAfter").run() && go(1)());
      },
      "Shift-Tab": () => isInTable(this.editor.state) && (go(-1)() || true),
      // A cell is one paragraph: a new line in it is a line break.
      Enter: breakLine,
      "Shift-Enter": breakLine,
    };
  },
});

/** After the outermost block in which the cursor is; in its place, when nothing is written there. */
function insertTable(schema: Schema, tr: Transaction, rows: number, columns: number, header: boolean): void {
  const { $from } = tr.selection;
  const { table, tableRow, tableCell, paragraph } = schema.nodes;
  if (!table || !tableRow || !tableCell || !paragraph) return;
  const row = tableRow.create(
    null,
    Array.from({ length: columns }, () => tableCell.create()),
  );
  const made = table.create(
    { header },
    Array.from({ length: rows }, () => row),
  );
  const outermost = $from.depth > 0 ? $from.node(1) : null;
  const start = $from.depth > 0 ? $from.before(1) : $from.pos;
  const isEmpty = outermost?.isTextblock && outermost.content.size === 0;
  const end = $from.depth > 0 ? $from.after(1) : $from.pos;
  const at = isEmpty ? start : end;
  // Whoever ends with a table can write on below it.
  const below = end === tr.doc.content.size ? [paragraph.create()] : [];
  tr.replaceWith(at, end, [made, ...below]);
  tr.setSelection(TextSelection.near(tr.doc.resolve(at + 3))).scrollIntoView();
}

export const LetterTableRow = Node.create({
  name: "tableRow",
  content: "tableCell+",

  parseHTML() {
    return [{ tag: "tr" }];
  },

  renderHTML({ HTMLAttributes }) {
    return ["tr", HTMLAttributes, 0];
  },
});

/** Cells are never merged: there is no form for it. The attributes are those that the table's machinery counts by. */
export const LetterTableCell = Node.create({
  name: "tableCell",
  content: "inline*",
  isolating: true,

  addAttributes() {
    const fixed = (value: unknown) => ({ default: value, rendered: false, parseHTML: () => value });
    return { colspan: fixed(1), rowspan: fixed(1), colwidth: fixed(null) };
  },

  parseHTML() {
    return [{ tag: "td" }, { tag: "th" }];
  },

  renderHTML({ HTMLAttributes }) {
    return ["td", HTMLAttributes, 0];
  },
});
