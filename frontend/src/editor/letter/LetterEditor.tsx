import { type Editor, EditorContent, useEditor } from "@tiptap/react";
import { type KeyboardEvent, type Ref, useEffect, useId, useImperativeHandle, useRef, useState } from "react";
import { caretRoom } from "../stickyBars";
import { fromEditor, toEditor } from "./convert";
import { letterExtensions } from "./extensions";
import { LetterFoot } from "./LetterFoot";
import { LetterToolbar } from "./LetterToolbar";
import "./letter.css";
import { listStyleAt } from "./lists";
import { firstUnprintable } from "./marks";
import { tableAt } from "./tables";
import { sameText, type Text } from "./text";
import type { Language } from "./types";

export interface LetterEditorHandle {
  focus(): void;
}

export interface LetterEditorProps {
  /** Another text than those that `onChange` gave takes the place of what is written. */
  value: Text;
  onChange: (text: Text) => void;
  /** In which language the letter is, whatever the interface speaks. */
  language: Language;
  label: string;
  readOnly?: boolean;
  /** Characters that no printer of the office has: they are marked, and named below. */
  unprintable?: readonly string[];
  ref?: Ref<LetterEditorHandle>;
}

/** Asterisks and numbers stay what was typed: what a letter looks like is chosen, not guessed. */
const NO_RULES: string[] = [];

const NONE: readonly string[] = [];

/** The text of a communication in one language, as it is written. */
export default function LetterEditor(props: LetterEditorProps) {
  const { value, onChange, language, label, readOnly = false, unprintable = NONE, ref } = props;
  const foot = useId();
  const box = useRef<HTMLDivElement>(null);
  const bar = useRef<HTMLDivElement>(null);
  const [room] = useState(() => caretRoom(() => box.current));
  const [initial] = useState(() => toEditor(value));
  const [extensions] = useState(letterExtensions);
  const [given] = useState(() => new WeakSet<Text>());
  const change = useRef(onChange);
  useEffect(() => {
    change.current = onChange;
  }, [onChange]);
  const editor = useEditor({
    extensions,
    content: initial,
    enableInputRules: NO_RULES,
    enablePasteRules: NO_RULES,
    // The content security policy forbids styles made at run time; `letter.css` has them.
    injectCSS: false,
    shouldRerenderOnTransaction: false,
    editorProps: {
      scrollThreshold: room,
      scrollMargin: room,
      attributes: {
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": label,
        "aria-describedby": foot,
        "aria-readonly": String(readOnly),
        lang: language,
        dir: language === "ur" ? "rtl" : "ltr",
        class: "letter-text",
        tabindex: "0",
      },
    },
    onUpdate: ({ editor: written }) => {
      const text = fromEditor(written.getJSON());
      given.add(text);
      change.current(text);
    },
  });

  useEffect(() => {
    editor.setEditable(!readOnly, false);
  }, [editor, readOnly]);

  useEffect(() => {
    if (given.has(value) || sameText(value, fromEditor(editor.getJSON()))) return;
    editor.commands.setContent(toEditor(value), { emitUpdate: false });
  }, [editor, value, given]);

  const marked = unprintable.join("\n");
  useEffect(() => {
    editor.commands.markUnprintable(marked === "" ? NONE : marked.split("\n"));
  }, [editor, marked]);

  useImperativeHandle(ref, () => ({ focus: () => editor.commands.focus("end") }), [editor]);

  return (
    <div className="flex min-w-0 flex-col gap-1">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the text in it. */}
      <div
        ref={box}
        className="letter-editor rounded-md border border-line-strong bg-surface focus-within:outline-2 focus-within:outline-accent"
        onKeyDown={(event) => goToBar(event, editor, bar.current)}
      >
        {!readOnly && <LetterToolbar editor={editor} language={language} ref={bar} />}
        <EditorContent editor={editor} />
      </div>
      <LetterFoot
        id={foot}
        text={value}
        readOnly={readOnly}
        unprintable={unprintable}
        onShow={() => show(editor, unprintable)}
      />
    </div>
  );
}

/** Within lists and tables the Tab key has its own work: Escape leads out of them, to the buttons above. */
function goToBar(event: KeyboardEvent, { state, view }: Editor, bar: HTMLElement | null): void {
  const isOut = event.key === "Escape" && (listStyleAt(state) !== null || tableAt(state) !== null);
  const isAsked = event.key === "F10" && event.altKey;
  if (!bar || !view.dom.contains(event.target as Node) || !(isOut || isAsked)) return;
  event.preventDefault();
  event.stopPropagation();
  bar.querySelector("button")?.focus();
}

function show(editor: Editor, unprintable: readonly string[]): void {
  const place = firstUnprintable(editor.state, unprintable);
  if (place) editor.chain().focus().setTextSelection({ from: place[0], to: place[1] }).scrollIntoView().run();
}
