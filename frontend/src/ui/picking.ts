import type { ReactNode } from "react";

export interface PickerOption<T> {
  key: string;
  /** What stands in the field when it is chosen, and what a screen reader says. */
  text: string;
  /** Other words that name just this entry, such as its title without the holder, or in the other language. */
  names?: string[];
  content: ReactNode;
  item: T;
}

/**
 * The one entry that the typed words mean: the only one offered, or the only one of this name. Of several nobody but
 * the reader can say which: then none.
 */
export function meantBy<T>(words: string, options: PickerOption<T>[]): PickerOption<T> | null {
  if (options.length === 1) return options[0] ?? null;
  const wanted = plain(words);
  const named = options.filter(({ text, names = [] }) =>
    [text, ...names].some((name) => plain(name) === wanted),
  );
  return named.length === 1 ? (named[0] ?? null) : null;
}

/** Small and capital letters and the width of spaces make no difference. */
function plain(words: string): string {
  return words.trim().replace(/\s+/g, " ").toLowerCase();
}
