import type { FieldPath, FieldValues, FormState, UseFormSetError } from "react-hook-form";
import { isProblem } from "@/api/problem";
import { problemText } from "@/i18n/problems";
import type { SummaryEntry } from "./errors";

/** Puts a refusal where it belongs: field errors on their fields, everything else on the form as a whole. */
export function showProblem<T extends FieldValues>(
  error: unknown,
  setError: UseFormSetError<T>,
  fields: string[],
): void {
  let placed = false;
  if (isProblem(error)) {
    for (const { pointer, message } of error.fields) {
      const name = pointer.split("/")[1] ?? "";
      if (!fields.includes(name)) continue;
      setError(name as FieldPath<T>, { type: "server", message });
      placed = true;
    }
  }
  if (!placed) setError("root.server", { type: "server", message: problemText(error) });
}

/** The lines of the error summary: one per field in error, and the form's own. Field ids are `prefix-name`. */
export function summaryOf<T extends FieldValues>(state: FormState<T>, prefix: string): SummaryEntry[] {
  if (state.submitCount === 0) return [];
  const entries: SummaryEntry[] = [];
  for (const [name, error] of Object.entries(state.errors)) {
    if (name === "root" || !error || typeof error.message !== "string") continue;
    entries.push({ target: `${prefix}-${name}`, text: error.message });
  }
  const server = state.errors.root?.server?.message;
  if (server) entries.push({ text: server });
  return entries;
}
