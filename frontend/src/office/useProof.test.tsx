import { act, renderHook } from "@testing-library/react";
import type { ReactElement } from "react";
import { expect, it, vi } from "vitest";
import { ProblemError } from "@/api/problem";
import type { MyFactors } from "@/api/schema";
import { useProof, waysOf } from "./useProof";

const refusal = (code: string) => new ProblemError({ type: "about:blank", title: code, status: 403, code });

/** Refuses its first call, then does what it is asked. */
function refusing(code: string) {
  return vi.fn<() => Promise<string>>().mockRejectedValueOnce(refusal(code)).mockResolvedValue("done");
}

/** What the dialog would answer. */
type Question = ReactElement<{ onAnswer: (proved: boolean) => void }>;

function asking(work: () => Promise<string>, codes?: string[]) {
  const { result } = renderHook(() => useProof(codes));
  const outcome = { value: "" };
  const begin = () =>
    act(async () => {
      result.current.withProof(work).then(
        (value) => {
          outcome.value = value;
        },
        (error: Error) => {
          outcome.value = `refused: ${error.message}`;
        },
      );
    });
  const answer = (proved: boolean) =>
    act(async () => (result.current.proofDialog as Question).props.onAnswer(proved));
  return { begin, answer, outcome, isAsked: () => Boolean(result.current.proofDialog) };
}

it("asks for a proof when the server does, and then does the same again", async () => {
  const work = refusing("factor-proof-required");
  const { begin, answer, outcome, isAsked } = asking(work);
  await begin();
  expect(isAsked()).toBe(true);
  expect(work).toHaveBeenCalledTimes(1);
  await answer(true);
  expect(outcome.value).toBe("done");
  expect(work).toHaveBeenCalledTimes(2);
  expect(isAsked()).toBe(false);
});

it("does nothing more when the question is closed, and says what the server said", async () => {
  const work = refusing("factor-proof-required");
  const { begin, answer, outcome } = asking(work);
  await begin();
  await answer(false);
  expect(outcome.value).toBe("refused: factor-proof-required");
  expect(work).toHaveBeenCalledTimes(1);
});

it("asks for nothing where something else is wrong, unless that was named", async () => {
  const other = asking(refusing("last-factor"));
  await other.begin();
  expect(other.isAsked()).toBe(false);
  expect(other.outcome.value).toBe("refused: last-factor");
  const named = asking(refusing("signature-proof-required"), ["signature-proof-required"]);
  await named.begin();
  expect(named.isAsked()).toBe(true);
});

const mine = (more: Partial<MyFactors>) =>
  ({ totp_since: null, recovery_codes_left: 0, passkeys: [], ...more }) as MyFactors;
const passkey = (state: string) => ({ state }) as MyFactors["passkeys"][number];

it("takes the password only of somebody who has nothing better", () => {
  expect(waysOf(mine({}))).toEqual(["password"]);
  expect(waysOf(mine({ passkeys: [passkey("pending"), passkey("revoked"), passkey("suspected")] }))).toEqual([
    "password",
  ]);
  expect(waysOf(mine({ totp_since: "2026-01-12T05:10:00Z" }))).toEqual(["totp"]);
});

it("offers approved passkeys, the phone and codes that are left", () => {
  const all = mine({
    totp_since: "2026-01-12T05:10:00Z",
    recovery_codes_left: 2,
    passkeys: [passkey("pending"), passkey("approved")],
  });
  expect(waysOf(all)).toEqual(["passkey", "totp", "recovery_code"]);
});
