import { keyNames } from "./keys";
import type { Shortcut } from "./registry";

/** A shortcut as keys. */
export function Keys({ shortcut }: { shortcut: Shortcut }) {
  return (
    <span dir="ltr" className="inline-flex gap-1">
      {keyNames(shortcut).map((name) => (
        <kbd
          key={name}
          className="min-w-6 rounded border border-line-strong bg-paper px-1.5 text-center font-sans text-xs leading-5 text-ink"
        >
          {name}
        </kbd>
      ))}
    </span>
  );
}
