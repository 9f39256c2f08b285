import { useMutation, useQueryClient } from "@tanstack/react-query";
import { isProblem } from "@/api/problem";
import { problemText } from "@/i18n/problems";
import { toast } from "@/ui/toast";

const READ_AGAIN = ["/api/v1/units", "/api/v1/posts", "/api/v1/persons", "/api/v1/heads"];

/** Reads again what a change of the organisation may have touched, one's own charges included. */
export function useRefreshOrganisation(): () => Promise<void> {
  const queries = useQueryClient();
  return async () => {
    await queries.invalidateQueries({
      predicate: ({ queryKey }) => READ_AGAIN.some((path) => String(queryKey[1] ?? "").startsWith(path)),
    });
    await queries.invalidateQueries({ queryKey: ["me"] });
  };
}

/** A change without a form: says when it is done, and says why when it is refused. */
export function useChange<Input>(send: (input: Input) => Promise<unknown>, done: string) {
  const refresh = useRefreshOrganisation();
  return useMutation({
    mutationFn: send,
    onSuccess: async () => {
      await refresh();
      toast(done);
    },
    onError: async (error) => {
      if (isProblem(error, "stale")) await refresh();
      toast(problemText(error), "failed");
    },
  });
}
