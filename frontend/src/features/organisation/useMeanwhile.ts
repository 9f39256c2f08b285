import { i18n } from "@lingui/core";
import { useEffect, useRef } from "react";
import type { DefaultValues, FieldPath, FieldValues, PathValue, UseFormReturn } from "react-hook-form";

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/**
 * Somebody else may save the same thing while the form is open. Fields that were not touched here follow; where both
 * wrote, what is typed stays, and what was saved meanwhile is told beside it. So nothing is overwritten unseen.
 */
export function useMeanwhile<T extends FieldValues>(
  form: UseFormReturn<T>,
  current: DefaultValues<T> | undefined,
): void {
  const known = useRef(current);
  useEffect(() => {
    const before = known.current;
    known.current = current;
    if (!before || !current) return;
    for (const name of Object.keys(current) as FieldPath<T>[]) {
      const saved = current[name];
      const typed = form.getValues(name);
      if (isSame(saved, before[name]) || isSame(saved, typed)) continue;
      if (isSame(typed, before[name])) form.setValue(name, saved as PathValue<T, typeof name>);
      else form.setError(name, { type: "meanwhile", message: wordsFor(name, saved) });
    }
  });
}

/** Ids and sets of choices say nothing to the reader; what was written does. */
function wordsFor(name: string, saved: unknown): string {
  if (/^(name|title|place|address)_|^(email|phone)$|template$|^grade$/.test(name) && saved !== "") {
    return i18n._({
      id: "organisation.meanwhile",
      message: "Somebody else has written meanwhile: {saved}",
      values: { saved: String(saved) },
    });
  }
  return i18n._({
    id: "organisation.meanwhile.choice",
    message: "Somebody else has changed this meanwhile.",
  });
}
