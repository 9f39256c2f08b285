/** The offset of the office's clock, which knows no summer time. */
const OFFSET = "+05:00";

/** The first and the last moment of a calendar day of the office, for the server. */
export const startOfDay = (day: string): string => `${day}T00:00:00${OFFSET}`;
export const endOfDay = (day: string): string => `${day}T23:59:59${OFFSET}`;

/** The calendar day so many days later. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
