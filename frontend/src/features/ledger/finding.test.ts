import { expect, it } from "vitest";
import { findingOf } from "./finding";

it("tells the receipt of an act from the id of a subject", () => {
  const digest = "9f2c1d7e4b8a05c36e1f7d90a2b4c6e8f013579bdf2468ace0112233445566aa";
  expect(findingOf(digest)).toEqual({ digest });
  expect(findingOf(`  sha-256 ${digest.toUpperCase()}\n`)).toEqual({ digest });
  expect(findingOf(digest.replace(/.{16}/g, "$& "))).toEqual({ digest });
  const subject = "0195a1f3-2e80-7f60-9b34-c8d0e1f2a351";
  expect(findingOf(subject.toUpperCase())).toEqual({ subject });
  expect(findingOf(`https://office.example/files/${subject}?tab=record`)).toEqual({ subject });
  for (const neither of ["", "F.8-2/2026", digest.slice(1), `${digest}0`])
    expect(findingOf(neither)).toBeNull();
});
