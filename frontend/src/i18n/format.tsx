import type { ReactNode } from "react";
import { currentLanguage } from "./i18n";

/** The office's clock: every date and time is shown as it reads in Pakistan. */
const ZONE = "Asia/Karachi";
const LOCALES = { en: "en-GB", ur: "ur-PK-u-nu-latn" };

const made = new Map<string, Intl.DateTimeFormat>();

function formatter(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const language = currentLanguage();
  const key = language + JSON.stringify(options);
  let found = made.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(LOCALES[language], options);
    made.set(key, found);
  }
  return found;
}

/** A calendar date (`2026-11-12`) or the day of an instant: "12 Nov 2026". */
export function formatDate(value: string): string {
  const plain = /^\d{4}-\d{2}-\d{2}$/.test(value);
  const zone = plain ? "UTC" : ZONE;
  // In Urdu the year follows its month without the comma that browsers put there.
  return formatter({ day: "numeric", month: "short", year: "numeric", timeZone: zone })
    .format(new Date(value))
    .replace("،", "");
}

/** A day near today: "Thu 12 Nov". */
export function formatDay(value: string): string {
  return formatter({ weekday: "short", day: "numeric", month: "short", timeZone: ZONE }).format(
    new Date(value),
  );
}

export function formatTime(value: string): string {
  return formatter({ hour: "2-digit", minute: "2-digit", hour12: false, timeZone: ZONE }).format(
    new Date(value),
  );
}

/** "12 Nov 2026, 14:05". */
export function formatDateTime(value: string): string {
  return `${formatDate(value)}${currentLanguage() === "ur" ? "،" : ","} ${formatTime(value)}`;
}

/** Today's date in the office, as `YYYY-MM-DD`. */
export function today(now: Date = new Date()): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: ZONE }).format(now);
}

/** Whole days from the day of `from` to the day of `to`, counted on the office's calendar. */
export function daysBetween(from: Date, to: Date): number {
  const day = (moment: Date) => Date.parse(`${today(moment)}T00:00:00Z`) / 86_400_000;
  return day(to) - day(from);
}

/** A number, file number or reference: left to right, and apart from the words around it. */
export function Num({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <bdi dir="ltr" className={className ? `number ${className}` : "number"}>
      {children}
    </bdi>
  );
}

/** An instant as words, with the machine's reading beside it. */
export function Time({ at, only }: { at: string; only?: "date" | "time" }) {
  const text = only === "date" ? formatDate(at) : only === "time" ? formatTime(at) : formatDateTime(at);
  return (
    <time dateTime={at} className="number">
      {text}
    </time>
  );
}

/** Of two texts that the record holds, the one in the reader's language. */
export function nameOf(thing: { name_en: string; name_ur: string }): string {
  return currentLanguage() === "ur" ? thing.name_ur : thing.name_en;
}

export function titleOf(thing: { title_en: string; title_ur: string }): string {
  return currentLanguage() === "ur" ? thing.title_ur : thing.title_en;
}
