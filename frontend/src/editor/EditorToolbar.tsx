import { useLingui } from "@lingui/react";
import { type Editor, useEditorState } from "@tiptap/react";
import type { ReactNode } from "react";
import { Button, IconButton } from "@/ui/Button";
import { cx } from "@/ui/cx";
import {
  AutoDirectionIcon,
  BoldIcon,
  FlagIcon,
  ItalicIcon,
  LtrIcon,
  RtlIcon,
  UnderlineIcon,
} from "@/ui/paperIcons";
import type { Direction } from "./direction";

const DIRECTION_ICONS: Record<Direction, ReactNode> = {
  auto: <AutoDirectionIcon />,
  ltr: <LtrIcon />,
  rtl: <RtlIcon />,
};
const NEXT_DIRECTION: Record<Direction, Direction> = { auto: "rtl", rtl: "ltr", ltr: "auto" };

export function EditorToolbar({ editor, onCite }: { editor: Editor; onCite: () => void }) {
  const { i18n } = useLingui();
  const active = useEditorState({
    editor,
    selector: ({ editor }) => ({
      bold: editor.isActive("bold"),
      italic: editor.isActive("italic"),
      underline: editor.isActive("underline"),
      reference: editor.isActive("reference"),
      dir: (editor.getAttributes("paragraph").dir ?? "auto") as Direction,
    }),
  });
  const directions: Record<Direction, string> = {
    auto: i18n._({ id: "note.editor.dir_auto", message: "Direction: by the text" }),
    ltr: i18n._({ id: "note.editor.dir_ltr", message: "Direction: left to right" }),
    rtl: i18n._({ id: "note.editor.dir_rtl", message: "Direction: right to left" }),
  };
  return (
    <div
      role="toolbar"
      aria-label={i18n._({ id: "note.editor.toolbar", message: "Form of the text" })}
      data-bar
      // Over the text: its numbers and placeholder are placed too.
      className="sticky top-0 z-10 flex flex-wrap items-center rounded-t-md border-b border-draft-line bg-draft px-1 lg:-top-2.5"
    >
      <Mark
        label={i18n._({ id: "note.editor.bold", message: "Bold" })}
        icon={<BoldIcon />}
        pressed={active.bold}
        onPress={() => editor.chain().focus().toggleBold().run()}
      />
      <Mark
        label={i18n._({ id: "note.editor.italic", message: "Italic" })}
        icon={<ItalicIcon />}
        pressed={active.italic}
        onPress={() => editor.chain().focus().toggleItalic().run()}
      />
      <Mark
        label={i18n._({ id: "note.editor.underline", message: "Underline" })}
        icon={<UnderlineIcon />}
        pressed={active.underline}
        onPress={() => editor.chain().focus().toggleUnderline().run()}
      />
      <IconButton
        label={directions[active.dir]}
        icon={DIRECTION_ICONS[active.dir]}
        onClick={() => editor.chain().focus().setParagraphDirection(NEXT_DIRECTION[active.dir]).run()}
      />
      <Button
        tone="quiet"
        icon={<FlagIcon />}
        aria-pressed={active.reference}
        onClick={() => (active.reference ? editor.chain().focus().unsetReference().run() : onCite())}
      >
        {active.reference
          ? i18n._({ id: "note.editor.unlink", message: "Remove the link" })
          : i18n._({ id: "note.editor.cite", message: "Flag a place" })}
      </Button>
    </div>
  );
}

interface MarkProps {
  label: string;
  icon: ReactNode;
  pressed: boolean;
  onPress: () => void;
}

function Mark({ label, icon, pressed, onPress }: MarkProps) {
  return (
    <IconButton
      label={label}
      icon={icon}
      aria-pressed={pressed}
      onClick={onPress}
      className={cx(pressed && "bg-accent-soft")}
    />
  );
}
