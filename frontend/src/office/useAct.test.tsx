import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act as flush, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { describe, expect, it, vi } from "vitest";
import { ProblemError, UNREACHABLE, unreachable } from "@/api/problem";
import { type Attempt, PERHAPS_DONE, useAct } from "./useAct";

const refusal = (status: number, code: string) =>
  new ProblemError({ type: "about:blank", title: code, status, code });

type Send = (input: string, attempt: Attempt) => Promise<string>;

function office(send: Send, more: { onEarlier?: (result: string, input: string) => void } = {}) {
  const queries = new QueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={queries}>{children}</QueryClientProvider>
  );
  const onDone = vi.fn();
  const { result, rerender } = renderHook(
    ({ version }) => useAct<string, string>({ version, send, onDone, ...more }),
    { wrapper, initialProps: { version: 3 } },
  );
  const act = async (input: string) => {
    flush(() => result.current.act(input));
    await waitFor(() => expect(result.current.isPending).toBe(false));
  };
  return { act, onDone, result, seesVersion: (version: number) => rerender({ version }) };
}

/** Loses its first answers, then answers. */
function losing(...failures: Error[]) {
  const seen: { input: string; key: string; version: number }[] = [];
  const send = vi.fn<Send>(async (input, { key, version }) => {
    seen.push({ input, key, version });
    const failure = failures.shift();
    if (failure) throw failure;
    return `done ${input}`;
  });
  return { seen, send };
}

describe("useAct", () => {
  it("repeats a lost attempt as it was, although the page shows a newer version", async () => {
    const { seen, send } = losing(unreachable());
    const { act, onDone, result, seesVersion } = office(send);
    await act("agree");
    expect(result.current.error).toMatchObject({ code: UNREACHABLE, detail: expect.stringMatching(/twice/) });
    seesVersion(4);
    await act("agree");
    expect(seen[1]).toEqual(seen[0]);
    expect(onDone).toHaveBeenCalledExactlyOnceWith("done agree", "agree");
  });

  it("sends another act after a lost one against the old version, and says what that may mean", async () => {
    const { seen, send } = losing(unreachable(), refusal(412, "stale"));
    const { act, result, seesVersion } = office(send);
    await act("agree");
    seesVersion(4);
    await act("send on");
    expect(seen[1]).toMatchObject({ input: "send on", version: 3 });
    expect(seen[1]?.key).not.toBe(seen[0]?.key);
    expect(result.current.error).toMatchObject({ code: PERHAPS_DONE });
    await act("send on");
    expect(seen[2]).toMatchObject({ version: 4 });
    expect(result.current.error).toBeNull();
  });

  it("keeps a lost attempt open when the other act is refused for what is in it", async () => {
    const { seen, send } = losing(unreachable(), refusal(422, "validation"));
    const { act, seesVersion } = office(send);
    await act("agree");
    seesVersion(4);
    await act("nonsense");
    await act("agree");
    expect(seen[2]).toEqual(seen[0]);
  });

  it("learns first what became of a lost attempt to make something new", async () => {
    const { seen, send } = losing(unreachable());
    const onEarlier = vi.fn();
    const { act, onDone } = office(send, { onEarlier });
    await act("paper");
    await act("paper, amended");
    expect(seen[1]).toEqual(seen[0]);
    expect(onEarlier).toHaveBeenCalledExactlyOnceWith("done paper", "paper");
    expect(onDone).not.toHaveBeenCalled();
    await act("paper, amended");
    expect(seen[2]?.key).not.toBe(seen[0]?.key);
    expect(onDone).toHaveBeenCalledTimes(1);
  });

  it("makes the amended one when the lost attempt turns out to be refused", async () => {
    const { seen, send } = losing(unreachable(), refusal(422, "validation"));
    const onEarlier = vi.fn();
    const { act, onDone } = office(send, { onEarlier });
    await act("wrong");
    await act("right");
    expect(seen.map(({ input }) => input)).toEqual(["wrong", "wrong", "right"]);
    expect(onEarlier).not.toHaveBeenCalled();
    expect(onDone).toHaveBeenCalledWith("done right", "right");
  });

  it("does not take being turned away at the door for an answer", async () => {
    const { seen, send } = losing(unreachable(), refusal(401, "session-ended"));
    const { act } = office(send);
    await act("agree");
    await act("agree");
    await act("agree");
    expect(seen[2]).toEqual(seen[0]);
  });

  it("tries again under a new key after a refusal", async () => {
    const { seen, send } = losing(refusal(412, "stale"));
    const { act, seesVersion } = office(send);
    await act("agree");
    seesVersion(4);
    await act("agree");
    expect(seen[1]?.version).toBe(4);
    expect(seen[1]?.key).not.toBe(seen[0]?.key);
  });
});
