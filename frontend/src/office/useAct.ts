import { type QueryKey, useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { idempotencyKey } from "@/api/headers";
import { isProblem, UNREACHABLE } from "@/api/problem";

interface ActOptions<Input, Result> {
  /** One intended act: the same key goes with every attempt at the same input until the server has answered. */
  send: (input: Input, key: string) => Promise<Result>;
  onDone?: (result: Result, input: Input) => void;
  onFailed?: (error: Error, input: Input) => void;
}

/** Paths whose answers any act may change; they are read again after it. */
const CHANGED_BY_ACTS = ["/api/v1/files", "/api/v1/receipts", "/api/v1/desk"];

/**
 * Sends one act of office. A double click acts once: while it is under way nothing more is sent, and
 * a retry after a lost answer carries the same idempotency key, so the server does it once at most.
 */
export function useAct<Input, Result>({ send, onDone, onFailed }: ActOptions<Input, Result>) {
  const queries = useQueryClient();
  const intent = useRef<{ input: string; key: string } | null>(null);
  const mutation = useMutation<Result, Error, Input>({
    mutationFn: (input) => {
      const written = JSON.stringify(input);
      if (intent.current?.input !== written) intent.current = { input: written, key: idempotencyKey() };
      return send(input, intent.current.key);
    },
    onSuccess: (result, input) => {
      intent.current = null;
      refreshActs(queries);
      onDone?.(result, input);
    },
    onError: (error, input) => {
      if (!isProblem(error, UNREACHABLE)) intent.current = null;
      if (isProblem(error, "stale")) refreshActs(queries);
      onFailed?.(error, input);
    },
  });
  return {
    act: (input: Input) => {
      if (!mutation.isPending) mutation.mutate(input);
    },
    error: mutation.error,
    isPending: mutation.isPending,
    reset: mutation.reset,
  };
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
