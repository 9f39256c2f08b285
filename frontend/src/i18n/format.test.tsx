import { render } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { daysBetween, formatDate, formatDateTime, Num, nameOf, today } from "./format";
import { activate } from "./i18n";

afterEach(() => activate("en"));

describe("dates", () => {
  it("keeps a calendar date on its day, whatever the zone", () => {
    expect(formatDate("2026-11-12")).toBe("12 Nov 2026");
  });

  it("reads an instant on the clock of Pakistan", () => {
    expect(formatDateTime("2026-11-12T20:30:00Z")).toBe("13 Nov 2026, 01:30");
    expect(today(new Date("2026-11-12T20:30:00Z"))).toBe("2026-11-13");
  });

  it("writes Urdu months with the digits of file numbers", async () => {
    await activate("ur");
    expect(formatDate("2026-11-12")).toContain("نومبر");
    expect(formatDate("2026-11-12")).toMatch(/12.*2026/);
  });

  it("counts days over midnight", () => {
    expect(daysBetween(new Date("2026-11-12T18:00:00Z"), new Date("2026-11-12T20:00:00Z"))).toBe(1);
  });
});

describe("names and numbers", () => {
  it("shows the name of the reader's language", async () => {
    const person = { name_en: "Aisha Khan", name_ur: "عائشہ خان" };
    expect(nameOf(person)).toBe("Aisha Khan");
    await activate("ur");
    expect(nameOf(person)).toBe("عائشہ خان");
  });

  it("isolates a number from the words around it", () => {
    const { container } = render(<Num>12-11-2026</Num>);
    expect(container.querySelector("bdi")).toHaveAttribute("dir", "ltr");
  });
});
