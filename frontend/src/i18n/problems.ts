import { i18n } from "@lingui/core";
import { ProblemError, UNREACHABLE } from "@/api/problem";

/** What happened, in a sentence. */
export function problemTitle(error: unknown): string {
  if (error instanceof ProblemError && error.code !== UNREACHABLE) return error.message;
  if (error instanceof ProblemError) {
    return i18n._({ id: "ui.unreachable", message: "The office's server could not be reached." });
  }
  return i18n._({ id: "ui.unexpected", message: "Something went wrong on this page." });
}

/** What is safe, and what to do. */
export function problemDetail(error: unknown): string | null {
  if (error instanceof ProblemError && (error.detail || error.code !== UNREACHABLE)) return error.detail;
  if (error instanceof ProblemError) {
    return i18n._({
      id: "ui.unreachable.do",
      message: "Nothing was lost on the server. Check the connection and try again.",
    });
  }
  return i18n._({ id: "ui.unexpected.do", message: "Load the page again. What was saved is safe." });
}

/** Both in one line, for a message in passing. */
export function problemText(error: unknown): string {
  return [problemTitle(error), problemDetail(error)].filter(Boolean).join(" ");
}
