import { useLingui } from "@lingui/react";
import { type Editor, useEditorState } from "@tiptap/react";
import { type ReactNode, type Ref, useState } from "react";
import { IconButton } from "@/ui/Button";
import { cx } from "@/ui/cx";
import { AlignCentreIcon, IndentIcon, NumberedIcon, OutdentIcon, RedoIcon, UndoIcon } from "@/ui/letterIcons";
import { BoldIcon, ItalicIcon, LtrIcon, RtlIcon, UnderlineIcon } from "@/ui/paperIcons";
import { Toolbar, ToolbarGap } from "@/ui/Toolbar";
import { FormMenu, ListMenu, TableMenu } from "./LetterMenus";
import { canIndent, listStyleAt } from "./lists";
import { TableDialog } from "./TableDialog";
import { tableAt } from "./tables";
import type { Align } from "./text";
import type { Language } from "./types";

/** Where lines begin is a matter of the letter's language, not of the interface's. */
const ALIGN_ICONS: Record<Language, Record<Align, ReactNode>> = {
  en: { start: <LtrIcon />, centre: <AlignCentreIcon />, end: <RtlIcon /> },
  ur: { start: <RtlIcon />, centre: <AlignCentreIcon />, end: <LtrIcon /> },
};

function alignAt(editor: Editor): Align {
  const name = tableAt(editor.state) ? "tableCell" : "paragraph";
  return (editor.getAttributes(name).align ?? "start") as Align;
}

interface LetterToolbarProps {
  editor: Editor;
  language: Language;
  ref: Ref<HTMLDivElement>;
}

/** The forms that a letter has. */
export function LetterToolbar({ editor, language, ref }: LetterToolbarProps) {
  const { i18n } = useLingui();
  const [isMaking, setMaking] = useState(false);
  const now = useEditorState({
    editor,
    selector: ({ editor }) => ({
      bold: editor.isActive("bold"),
      italic: editor.isActive("italic"),
      underline: editor.isActive("underline"),
      numbered: editor.isActive("paragraph", { numbered: true }),
      level: editor.isActive("heading") ? (editor.getAttributes("heading").level as number) : 0,
      list: listStyleAt(editor.state),
      table: tableAt(editor.state),
      canIndent: canIndent(editor.state),
      align: alignAt(editor),
      canUndo: editor.can().undo(),
      canRedo: editor.can().redo(),
    }),
  });
  const isBound = now.list !== null || now.table !== null;
  const aligns: Record<Align, string> = {
    start: i18n._({ id: "letter.editor.align_start", message: "Lines at the beginning" }),
    centre: i18n._({ id: "letter.editor.align_centre", message: "Lines in the middle" }),
    end: i18n._({ id: "letter.editor.align_end", message: "Lines at the end" }),
  };
  const act = () => editor.chain().focus();
  return (
    <>
      <Toolbar
        ref={ref}
        label={i18n._({ id: "letter.editor.toolbar", message: "Form of the letter" })}
        // Over the text: its numbers are placed too.
        className="sticky top-0 z-10 flex flex-wrap items-center rounded-t-md border-b border-line bg-surface px-1 py-0.5"
      >
        <Toggle
          label={i18n._({ id: "letter.editor.bold", message: "Bold" })}
          icon={<BoldIcon />}
          pressed={now.bold}
          onPress={() => act().toggleBold().run()}
        />
        <Toggle
          label={i18n._({ id: "letter.editor.italic", message: "Italic" })}
          icon={<ItalicIcon />}
          pressed={now.italic}
          onPress={() => act().toggleItalic().run()}
        />
        <Toggle
          label={i18n._({ id: "letter.editor.underline", message: "Underline" })}
          icon={<UnderlineIcon />}
          pressed={now.underline}
          onPress={() => act().toggleUnderline().run()}
        />
        <ToolbarGap />
        <FormMenu editor={editor} level={now.level} disabled={isBound} />
        <Toggle
          label={i18n._({ id: "letter.editor.numbered", message: "Numbered paragraph" })}
          icon={<NumberedIcon />}
          pressed={now.numbered}
          disabled={isBound}
          onPress={() => act().toggleNumbered().run()}
        />
        <ListMenu editor={editor} list={now.list} disabled={now.table !== null} />
        <Toggle
          label={i18n._({ id: "letter.editor.outdent", message: "Out of the list, or one step up" })}
          icon={<OutdentIcon />}
          disabled={now.list === null}
          onPress={() => act().outdent().run()}
        />
        <Toggle
          label={i18n._({ id: "letter.editor.indent", message: "One step deeper" })}
          icon={<IndentIcon />}
          disabled={!now.canIndent}
          onPress={() => act().indent().run()}
        />
        <ToolbarGap />
        {(["start", "centre", "end"] as const).map((align) => (
          <Toggle
            key={align}
            label={aligns[align]}
            icon={ALIGN_ICONS[language][align]}
            pressed={now.align === align && now.level === 0}
            disabled={now.level > 0}
            onPress={() => act().setAlign(align).run()}
          />
        ))}
        <TableMenu editor={editor} table={now.table} onMake={() => setMaking(true)} />
        <ToolbarGap />
        <Toggle
          label={i18n._({ id: "letter.editor.undo", message: "Undo" })}
          icon={<UndoIcon />}
          disabled={!now.canUndo}
          onPress={() => act().undo().run()}
        />
        <Toggle
          label={i18n._({ id: "letter.editor.redo", message: "Do it again" })}
          icon={<RedoIcon />}
          disabled={!now.canRedo}
          onPress={() => act().redo().run()}
        />
      </Toolbar>
      {isMaking && (
        <TableDialog
          onClose={() => setMaking(false)}
          onMake={(rows, columns, header) => {
            setMaking(false);
            act().insertLetterTable(rows, columns, header).run();
          }}
        />
      )}
    </>
  );
}

interface ToggleProps {
  label: string;
  icon: ReactNode;
  pressed?: boolean;
  disabled?: boolean;
  onPress: () => void;
}

/** Of what cannot be done here the button stays where it is, and keeps the focus. */
function Toggle({ label, icon, pressed, disabled, onPress }: ToggleProps) {
  return (
    <IconButton
      label={label}
      icon={icon}
      aria-pressed={pressed}
      aria-disabled={disabled || undefined}
      onClick={() => !disabled && onPress()}
      className={cx("min-w-8! px-1!", pressed && "bg-accent-soft")}
    />
  );
}
