import { i18n } from "@lingui/core";
import { type QueryKey, useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { idempotencyKey } from "@/api/headers";
import { isProblem, ProblemError, UNREACHABLE } from "@/api/problem";
import type { GivenSignature } from "@/api/schema";

/** What goes with every attempt at one intended act, the same each time: so it is done once at most. */
export interface Attempt {
  readonly key: string;
  /** The version that the officer saw when he first tried; 0 where the act makes something new. */
  readonly version: number;
  /** The version of the draft that a note signs, once it is known. */
  draftVersion?: number;
  /** What the officer signed it with, from when it is sent. */
  signature?: GivenSignature;
}

interface ActOptions<Input, Result> {
  /** The version that the page shows now. It belongs to the attempt, not to what is intended. */
  version?: number;
  send: (input: Input, attempt: Attempt) => Promise<Result>;
  onDone?: (result: Result, input: Input) => void;
  onFailed?: (error: Error, input: Input) => void;
  /**
   * For acts that make something new, which no version guards. Something else was asked for after an attempt whose
   * outcome nobody knew: that attempt was repeated first, and stands. What was asked for since is not done.
   */
  onEarlier?: (result: Result, input: Input) => void;
}

interface Lost<Input> {
  input: Input;
  attempt: Attempt;
}

interface Outcome<Input, Result> {
  result: Result;
  input: Input;
  isEarlier: boolean;
}

/** Something else was asked for after a lost answer, and the paper has changed: perhaps by the earlier attempt. */
export const PERHAPS_DONE = "perhaps-done";

/** Paths whose answers any act may change; they are read again after it. */
const CHANGED_BY_ACTS = ["/api/v1/files", "/api/v1/receipts", "/api/v1/desk", "/api/v1/communications"];

/**
 * Sends one act of office. A double click acts once: while it is under way nothing more is sent. When the answer is
 * lost, the attempt stays open until the server has told its outcome: the same act again is the same request again;
 * another act goes against the version of the lost one, so the server refuses it if that one was carried out.
 */
export function useAct<Input, Result>(options: ActOptions<Input, Result>) {
  const { version = 0, send, onDone, onFailed, onEarlier } = options;
  const queries = useQueryClient();
  const lost = useRef<Lost<Input> | null>(null);

  const attempt = async (one: Lost<Input>, isEarlier = false): Promise<Outcome<Input, Result>> => {
    try {
      const result = await send(one.input, one.attempt);
      lost.current = null;
      return { result, input: one.input, isEarlier };
    } catch (error) {
      if (!isUnknown(error)) throw error;
      lost.current = one;
      throw inWordsOfAct(error);
    }
  };
  /** The same request again. A refusal says that it was not carried out before, and is not now. */
  const repeat = async (one: Lost<Input>, isEarlier = false) => {
    try {
      return await attempt(one, isEarlier);
    } catch (error) {
      if (tellsOutcome(error)) lost.current = null;
      throw error;
    }
  };
  const mutation = useMutation<Outcome<Input, Result>, Error, Input>({
    mutationFn: async (input) => {
      const open = lost.current;
      if (open && isSame(open.input, input)) return repeat(open);
      if (open && onEarlier) {
        try {
          return await repeat(open, true);
        } catch (error) {
          if (lost.current) throw error;
        }
      }
      const guarded = lost.current?.attempt.version ?? version;
      try {
        return await attempt({ input, attempt: { key: idempotencyKey(), version: guarded } });
      } catch (error) {
        if (!lost.current || !isProblem(error, "stale")) throw error;
        lost.current = null;
        throw perhapsDone(error.status);
      }
    },
    onSuccess: ({ result, input, isEarlier }) => {
      refreshActs(queries);
      if (isEarlier) onEarlier?.(result, input);
      else onDone?.(result, input);
    },
    onError: (error, input) => {
      if (isProblem(error, "stale", PERHAPS_DONE)) refreshActs(queries);
      onFailed?.(error, input);
    },
  });
  const act = (input: Input) => {
    if (!mutation.isPending) mutation.mutate(input);
  };
  return {
    act,
    /** Sends once more what was sent without an answer. */
    repeat: () => lost.current && act(lost.current.input),
    /** Whether it is unknown if the last attempt was carried out. */
    isOpen: () => lost.current !== null,
    error: mutation.error,
    isPending: mutation.isPending,
    reset: mutation.reset,
  };
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** No answer, or one that leaves open what became of the act. */
export function isUnknown(error: unknown): boolean {
  return isProblem(error) && (error.code === UNREACHABLE || error.status >= 500);
}

/** These stand before the door: who they turn away learns nothing about what was done inside. */
const AT_THE_DOOR = new Set([401, 403, 429]);

function tellsOutcome(error: unknown): boolean {
  return isProblem(error) && !isUnknown(error) && !AT_THE_DOOR.has(error.status);
}

/** A lost answer in the words of an act: whether it was done is what the officer wants to know. */
export function inWordsOfAct(error: unknown): unknown {
  if (!isProblem(error, UNREACHABLE)) return error;
  const detail = i18n._({
    id: "act.unknown",
    message: "It is not known whether it was done. Try again: it will not be done twice.",
  });
  return new ProblemError({
    type: "about:blank",
    title: "",
    detail,
    status: error.status,
    code: UNREACHABLE,
  });
}

function perhapsDone(status: number): ProblemError {
  return new ProblemError({
    type: "about:blank",
    title: i18n._({ id: "act.perhaps", message: "Your earlier attempt was perhaps carried out" }),
    detail: i18n._({
      id: "act.perhaps.do",
      message:
        "No answer came to it, and you then asked for something else. That was not carried out. The page now shows how it stands: look first, then go on.",
    }),
    status,
    code: PERHAPS_DONE,
  });
}

type Queries = ReturnType<typeof useQueryClient>;

/** Reads again everything that an act may have changed. */
export function refreshActs(queries: Queries): void {
  void queries.invalidateQueries({ predicate: ({ queryKey }) => isChanged(queryKey) });
}

/** Keys are `[method, path, …]`. */
function isChanged(key: QueryKey): boolean {
  const path = key[1];
  return typeof path === "string" && CHANGED_BY_ACTS.some((start) => path.startsWith(start));
}
