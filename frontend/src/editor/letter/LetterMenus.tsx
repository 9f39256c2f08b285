import { useLingui } from "@lingui/react";
import type { Editor } from "@tiptap/react";
import type { ReactNode } from "react";
import { ListIcon, TableIcon } from "@/ui/letterIcons";
import { Menu, type MenuEntry } from "@/ui/Menu";
import type { TableAct, tableAt } from "./tables";
import { LIST_STYLES, type ListStyle } from "./text";

/** The menu gives the focus back to its button when it closes: the text takes it after that. */
function afterMenu(act: () => void): () => void {
  return () => setTimeout(act);
}

/** Which of the entries holds is said by a sign, and heard. */
function chosen(isChosen: boolean, words: ReactNode): ReactNode {
  return (
    <span className="flex items-center gap-2">
      <span className="w-4 shrink-0">{isChosen ? "✓" : ""}</span>
      {words}
    </span>
  );
}

const SMALL = "min-w-8! gap-1! px-1.5! lang-ur:pt-1! lang-ur:pb-1!";

interface FormMenuProps {
  editor: Editor;
  /** 0 is no heading. */
  level: number;
  disabled: boolean;
}

export function FormMenu({ editor, level, disabled }: FormMenuProps) {
  const { i18n } = useLingui();
  const name = (of: number) =>
    of === 0
      ? i18n._({ id: "letter.editor.text", message: "Text" })
      : i18n._({ id: "letter.editor.heading", message: "Heading {level}", values: { level: of } });
  const entries = ([0, 1, 2, 3] as const).map(
    (of): MenuEntry => ({
      id: String(of),
      text: name(of),
      disabled,
      label: chosen(of === level, name(of)),
      onAction: afterMenu(() => {
        const act = editor.chain().focus();
        (of === 0 ? act.setParagraph() : act.setHeading({ level: of })).run();
      }),
    }),
  );
  return (
    <Menu
      tone="quiet"
      className={SMALL}
      label={name(level)}
      name={i18n._({
        id: "letter.editor.form",
        message: "Text or heading: {name}",
        values: { name: name(level) },
      })}
      entries={entries}
    />
  );
}

interface ListMenuProps {
  editor: Editor;
  list: ListStyle | null;
  disabled: boolean;
}

export function ListMenu({ editor, list, disabled }: ListMenuProps) {
  const { i18n } = useLingui();
  const names: Record<ListStyle, string> = {
    bullet: i18n._({ id: "letter.editor.list_bullet", message: "List with points" }),
    decimal: i18n._({ id: "letter.editor.list_decimal", message: "List with numbers: (1), (2)" }),
    alpha: i18n._({ id: "letter.editor.list_alpha", message: "List with letters: (a), (b)" }),
    roman: i18n._({ id: "letter.editor.list_roman", message: "List with Roman numbers: (i), (ii)" }),
  };
  const entries = LIST_STYLES.map(
    (style): MenuEntry => ({
      id: style,
      text: names[style],
      disabled,
      label: chosen(style === list, names[style]),
      onAction: afterMenu(() => editor.chain().focus().toggleLetterList(style).run()),
    }),
  );
  return (
    <Menu
      tone="quiet"
      className={SMALL}
      label={<ListIcon />}
      name={i18n._({ id: "letter.editor.lists", message: "Lists" })}
      entries={entries}
    />
  );
}

interface TableMenuProps {
  editor: Editor;
  table: ReturnType<typeof tableAt>;
  onMake: () => void;
}

export function TableMenu({ editor, table, onMake }: TableMenuProps) {
  const { i18n } = useLingui();
  const change = (act: TableAct, label: string, danger = false): MenuEntry => ({
    id: act,
    label,
    danger,
    disabled: !table,
    onAction: afterMenu(() => editor.chain().focus().changeTable(act).run()),
  });
  const make: MenuEntry = {
    id: "make",
    label: i18n._({ id: "letter.editor.table_make", message: "New table" }),
    onAction: afterMenu(onMake),
  };
  const header = i18n._({ id: "letter.editor.table_header", message: "The first row names the columns" });
  const within: MenuEntry[] = [
    {
      id: "header",
      text: header,
      label: chosen(table?.header === true, header),
      onAction: afterMenu(() => editor.chain().focus().toggleTableHeader().run()),
    },
    change("addRowBefore", i18n._({ id: "letter.editor.row_before", message: "Add a row above" })),
    change("addRowAfter", i18n._({ id: "letter.editor.row_after", message: "Add a row below" })),
    change("addColumnBefore", i18n._({ id: "letter.editor.column_before", message: "Add a column before" })),
    change("addColumnAfter", i18n._({ id: "letter.editor.column_after", message: "Add a column after" })),
    change("deleteRow", i18n._({ id: "letter.editor.row_delete", message: "Remove the row" }), true),
    change("deleteColumn", i18n._({ id: "letter.editor.column_delete", message: "Remove the column" }), true),
    change("deleteTable", i18n._({ id: "letter.editor.table_delete", message: "Remove the table" }), true),
  ];
  return (
    <Menu
      tone="quiet"
      className={SMALL}
      label={<TableIcon />}
      name={i18n._({ id: "letter.editor.table", message: "Table" })}
      entries={table ? within : [make]}
    />
  );
}
