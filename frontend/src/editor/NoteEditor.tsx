import { type Editor, EditorContent, useEditor } from "@tiptap/react";
import { type CSSProperties, type Ref, useEffect, useImperativeHandle, useRef, useState } from "react";
import { bodyFromDocument, documentFromBody } from "./body";
import { EditorToolbar } from "./EditorToolbar";
import "./editor.css";
import "./reference.css";
import { noteExtensions } from "./extensions";
import { ReferenceDialog } from "./ReferenceDialog";
import { caretRoom } from "./stickyBars";
import type { NoteBody, Reference } from "./types";

export interface NoteEditorHandle {
  /** Writes a reference at the cursor, or links the selected words. */
  cite(reference: Reference, text: string): void;
  focus(): void;
}

export interface NoteEditorProps {
  /** The text to begin with; later changes of this property are not looked at: give a new `key` instead. */
  initial: NoteBody;
  onChange: (body: NoteBody) => void;
  label: string;
  placeholder: string;
  /** How many paragraphs the file has: the next number is one more. */
  paragraphsBefore: number;
  lastPage: number;
  /** While the text is being submitted nothing can be added to it: what came after would be in no note. */
  locked: boolean;
  ref?: Ref<NoteEditorHandle>;
}

/** Only our own rule: asterisks and underscores stay what was typed. */
const INPUT_RULES = ["reference"];

const MOVES = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End", "PageUp", "PageDown"];

/** The browser moves the caret by these keys itself, and knows nothing of the bars above and below the text. */
function followCaret({ view }: Editor): void {
  if (!view.composing) view.dispatch(view.state.tr.scrollIntoView());
}

export default function NoteEditor(props: NoteEditorProps) {
  const { initial, onChange, label, placeholder, paragraphsBefore, lastPage, locked, ref } = props;
  const [citing, setCiting] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const [room] = useState(() => caretRoom(() => box.current));
  const byKey = useRef(false);
  const change = useRef(onChange);
  useEffect(() => {
    change.current = onChange;
  }, [onChange]);
  const editor = useEditor({
    extensions: noteExtensions(placeholder),
    content: documentFromBody(initial),
    enableInputRules: INPUT_RULES,
    enablePasteRules: INPUT_RULES,
    // The content security policy forbids styles made at run time; `editor.css` has them.
    injectCSS: false,
    shouldRerenderOnTransaction: false,
    editorProps: {
      scrollThreshold: room,
      scrollMargin: room,
      handleDOMEvents: {
        keydown: (_, { key }) => {
          byKey.current = MOVES.includes(key);
        },
        mousedown: () => {
          byKey.current = false;
        },
      },
      attributes: { role: "textbox", "aria-multiline": "true", "aria-label": label, dir: "auto" },
    },
    // Told when the caret has really moved, which may be after the key was let go.
    onSelectionUpdate: ({ editor: moved }) => byKey.current && followCaret(moved),
    onUpdate: ({ editor: written }) => change.current(bodyFromDocument(written.getJSON())),
  });

  useEffect(() => {
    editor.setEditable(!locked, false);
  }, [editor, locked]);

  // The first editor is thrown away where its page appears later than it was made: what it was told would be lost.
  const [standing, setStanding] = useState<Editor | null>(null);
  useEffect(() => setStanding(editor), [editor]);
  const isStanding = standing === editor;
  useImperativeHandle<NoteEditorHandle | null, NoteEditorHandle | null>(
    ref,
    () =>
      isStanding
        ? {
            cite: (reference, text) =>
              !locked && editor.chain().focus().setReference(reference, text).insertContent(" ").run(),
            focus: () => editor.commands.focus("end"),
          }
        : null,
    [editor, isStanding, locked],
  );

  return (
    <div
      ref={box}
      className="note-editor rounded-md border border-draft-line bg-draft focus-within:outline-2 focus-within:outline-accent"
      style={{ "--paragraphs-before": paragraphsBefore } as CSSProperties}
    >
      <fieldset disabled={locked} className="contents">
        <EditorToolbar editor={editor} onCite={() => setCiting(true)} />
      </fieldset>
      <EditorContent editor={editor} />
      {citing && (
        <ReferenceDialog
          lastPage={lastPage}
          lastParagraph={paragraphsBefore}
          hasSelection={!editor.state.selection.empty}
          onClose={() => setCiting(false)}
          onCite={(reference, text) => {
            setCiting(false);
            editor.chain().focus().setReference(reference, text).run();
          }}
        />
      )}
    </div>
  );
}
