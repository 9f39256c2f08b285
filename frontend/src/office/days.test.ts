import { describe, expect, it } from "vitest";
import { today } from "../i18n/format";
import { daysAfter, endOfDay, startOfDay } from "./days";

describe("days of the office", () => {
  it("begin and end on its own clock", () => {
    const first = new Date(startOfDay("2026-12-05"));
    const last = new Date(endOfDay("2026-12-05"));
    expect(today(first)).toBe("2026-12-05");
    expect(today(last)).toBe("2026-12-05");
    expect(today(new Date(first.getTime() - 1000))).toBe("2026-12-04");
    expect(today(new Date(last.getTime() + 1000))).toBe("2026-12-06");
  });

  it("are counted over the ends of months and years", () => {
    expect(daysAfter("2026-12-05", 30)).toBe("2027-01-04");
    expect(daysAfter("2028-02-28", 1)).toBe("2028-02-29");
  });
});
