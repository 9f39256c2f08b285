import { i18n } from "@lingui/core";
import { describe, expect, it } from "vitest";
import { dueWords } from "./ageing";

const now = new Date("2026-11-12T10:00:00Z");
const words = (due: string) => dueWords(i18n, due, now);

describe("words for a due date", () => {
  it("counts whole days of the office's calendar", () => {
    expect(words("2026-11-10T19:30:00Z")).toBe("Overdue 1 day");
    expect(words("2026-11-10T18:30:00Z")).toBe("Overdue 2 days");
  });

  it("names the near days", () => {
    expect(words("2026-11-12T18:59:00Z")).toBe("Due today");
    expect(words("2026-11-12T19:01:00Z")).toBe("Due tomorrow");
    expect(words("2026-11-16T08:00:00Z")).toBe("Due Mon 16 Nov");
  });

  it("gives the date of far days", () => {
    expect(words("2027-01-03T08:00:00Z")).toBe("Due 3 Jan 2027");
  });
});
