import { useMutation, useQueryClient } from "@tanstack/react-query";
import { isProblem } from "@/api/problem";
import { problemText } from "@/i18n/problems";
import { toast } from "@/ui/toast";

/** Reads my factors again. */
export function useRefreshFactors(): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ["get", "/api/v1/me/factors"] });
}

interface Change<Input, Result> {
  send: (input: Input) => Promise<Result>;
  /** What is said when it is done; nothing where the page shows it. */
  done?: string;
  onDone?: (result: Result) => void;
}

/** A change of my factors: says when it is done, and why when it is refused. */
export function useFactorChange<Input, Result>({ send, done, onDone }: Change<Input, Result>) {
  const refresh = useRefreshFactors();
  return useMutation({
    mutationFn: send,
    onSuccess: async (result) => {
      await refresh();
      if (done) toast(done);
      onDone?.(result);
    },
    onError: async (error) => {
      // Who closed the question knows that nothing was done.
      if (isProblem(error, "factor-proof-required")) return;
      if (isProblem(error, "stale")) await refresh();
      toast(problemText(error), "failed");
    },
  });
}
