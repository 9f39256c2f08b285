export interface DurationPart {
  value: number;
  unit: "day" | "hour" | "minute";
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long a desk held something, in at most two neighbouring units: people read "3 days", not seconds. */
export function durationParts(seconds: number): DurationPart[] {
  const whole = Math.max(0, Math.floor(seconds));
  const days = Math.floor(whole / DAY);
  const hours = Math.floor((whole % DAY) / HOUR);
  const minutes = Math.floor((whole % HOUR) / MINUTE);
  if (days > 0) return twoUnits({ value: days, unit: "day" }, { value: hours, unit: "hour" }, days >= 7);
  if (hours > 0)
    return twoUnits({ value: hours, unit: "hour" }, { value: minutes, unit: "minute" }, hours >= 6);
  return [{ value: minutes, unit: "minute" }];
}

/** A long time needs no fraction. */
function twoUnits(first: DurationPart, second: DurationPart, long: boolean): DurationPart[] {
  return long || second.value === 0 ? [first] : [first, second];
}

export function formatDuration(seconds: number, locale: string): string {
  const parts = durationParts(seconds).map(({ value, unit }) =>
    new Intl.NumberFormat(locale, {
      style: "unit",
      unit,
      unitDisplay: "long",
      numberingSystem: "latn",
    }).format(value),
  );
  return parts.join(" ");
}

/** Seconds since a moment, never negative: the clocks of two machines differ. */
export function secondsSince(moment: string, now: Date): number {
  return Math.max(0, (now.getTime() - new Date(moment).getTime()) / 1000);
}
