import type { I18n } from "@lingui/core";
import { daysBetween, formatDate, formatDay } from "@/i18n/format";

/** How a due date stands, in words; colour is never the only sign. */
export function dueWords(i18n: I18n, dueAt: string, now: Date = new Date()): string {
  const due = new Date(dueAt);
  const days = daysBetween(now, due);
  if (days < 0) {
    return i18n._({
      id: "paper.due.overdue",
      message: "{days, plural, one {Overdue # day} other {Overdue # days}}",
      values: { days: -days },
    });
  }
  if (days === 0) return i18n._({ id: "paper.due.today", message: "Due today" });
  if (days === 1) return i18n._({ id: "paper.due.tomorrow", message: "Due tomorrow" });
  const day = days < 7 ? formatDay(dueAt) : formatDate(dueAt);
  return i18n._({ id: "paper.due.on", message: "Due {day}", values: { day } });
}
