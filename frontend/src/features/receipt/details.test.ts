import * as v from "valibot";
import { describe, expect, it } from "vitest";
import type { Receipt } from "@/api/schema";
import {
  changesOf,
  type Details,
  detailsOf,
  detailsSchema,
  emptyDetails,
  nextDetails,
  written,
} from "./details";

const filled: Details = {
  ...emptyDetails(),
  received_on: "2026-11-20",
  mode: "courier",
  sender_name: "Accountant General Punjab",
  reference_number: "AG/2026/114",
  subject: "Release of funds",
};

const problems = (details: Details) => {
  const result = v.safeParse(detailsSchema(), details);
  return (result.issues ?? []).map((issue) => issue.path?.[0]?.key);
};

describe("details of a receipt", () => {
  it("accepts what is filled in and refuses what is not", () => {
    expect(problems(filled)).toEqual([]);
    expect(problems(emptyDetails())).toEqual(["sender_name", "subject"]);
  });

  it.each([
    ["received_on", "20260-11-20"],
    ["received_on", "1901-01-01"],
    ["received_on", "2999-01-01"],
    ["reference_date", "2999-01-01"],
    ["due_on", "20260-01-01"],
    ["subject", "x".repeat(501)],
    ["sender_name", "   "],
  ])("refuses %s %s", (name, value) => {
    expect(problems({ ...filled, [name]: value })).toContain(name);
  });

  it("leaves out what is empty", () => {
    expect(written(filled)).not.toHaveProperty("sender_office");
    expect(written(filled)).toMatchObject({ reference_number: "AG/2026/114" });
  });

  it("keeps the bag for the next paper, not the sender", () => {
    expect(nextDetails(filled)).toMatchObject({
      received_on: "2026-11-20",
      mode: "courier",
      sender_name: "",
    });
  });

  it("sends only corrections", () => {
    const receipt = { ...filled, sender_office: null, due_on: null } as unknown as Receipt;
    expect(changesOf(receipt, detailsOf(receipt))).toEqual({});
    expect(changesOf(receipt, { ...detailsOf(receipt), subject: "Another" })).toEqual({ subject: "Another" });
  });
});
