import { describe, expect, it } from "vitest";
import { durationParts, formatDuration, secondsSince } from "./duration";

const HOUR = 3600;
const DAY = 24 * HOUR;

describe("durationParts", () => {
  it.each([
    [-5, "0 minute"],
    [59, "0 minute"],
    [12 * 60, "12 minute"],
    [HOUR, "1 hour"],
    [2 * HOUR + 5 * 60, "2 hour 5 minute"],
    [9 * HOUR + 5 * 60, "9 hour"],
    [DAY + 3 * HOUR, "1 day 3 hour"],
    [3 * DAY, "3 day"],
    [40 * DAY + 5 * HOUR, "40 day"],
  ])("%i seconds are %s", (seconds, expected) => {
    expect(
      durationParts(seconds)
        .map((p) => `${p.value} ${p.unit}`)
        .join(" "),
    ).toBe(expected);
  });
});

describe("formatDuration", () => {
  it("speaks the reader's language with Western digits", () => {
    expect(formatDuration(3 * DAY, "en")).toBe("3 days");
    expect(formatDuration(3 * DAY, "ur-PK")).toContain("3");
    expect(formatDuration(3 * DAY, "ur-PK")).toContain("دن");
  });
});

describe("secondsSince", () => {
  it("never goes below zero", () => {
    const now = new Date("2026-11-23T10:00:00Z");
    expect(secondsSince("2026-11-23T09:00:00Z", now)).toBe(3600);
    expect(secondsSince("2026-11-23T10:00:05Z", now)).toBe(0);
  });
});
