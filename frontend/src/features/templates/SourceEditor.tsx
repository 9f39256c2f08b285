import { useLingui } from "@lingui/react";
import { type Ref, useImperativeHandle, useRef } from "react";

export interface SourceHandle {
  /** Puts the cursor at a line and column, both from 1. */
  goTo: (line: number, column: number) => void;
}

interface SourceEditorProps {
  value: string;
  onChange: (value: string) => void;
  /** Lines that have a mistake. */
  marked: ReadonlySet<number>;
  ref: Ref<SourceHandle>;
}

/** Words of a template with the numbers of their lines. They run from left to right in Urdu too. */
export function SourceEditor({ value, onChange, marked, ref }: SourceEditorProps) {
  const { i18n } = useLingui();
  const area = useRef<HTMLTextAreaElement>(null);
  const lines = value.split("\n");
  useImperativeHandle(ref, () => ({
    goTo: (line, column) => {
      const element = area.current;
      if (!element) return;
      const before = element.value.split("\n").slice(0, line - 1);
      const at = before.reduce((sum, text) => sum + text.length + 1, 0) + column - 1;
      element.focus();
      element.setSelectionRange(at, at);
      element.closest(".overflow-auto")?.scrollTo({ top: Math.max(0, (line - 4) * 24) });
    },
  }));
  return (
    <div
      dir="ltr"
      lang="en"
      className="flex max-h-[60dvh] min-h-72 overflow-auto rounded-md border border-line-strong bg-surface font-mono text-sm leading-6"
    >
      <ol
        aria-hidden="true"
        className="sticky start-0 h-fit min-h-full select-none border-e border-line bg-sunken px-2 py-2 text-end text-muted"
      >
        {lines.map((_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its number.
          <li key={index} className={marked.has(index + 1) ? "bg-red-soft text-red" : undefined}>
            {index + 1}
          </li>
        ))}
      </ol>
      <textarea
        ref={area}
        aria-label={i18n._({ id: "template.source", message: "Words of the template" })}
        className="field-sizing-content min-w-0 flex-1 resize-none overflow-hidden whitespace-pre bg-transparent px-3 py-2"
        wrap="off"
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
