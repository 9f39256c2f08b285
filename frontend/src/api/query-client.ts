import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { isProblem } from "./problem";

const ME = "me";

/** When the acting post was handed over meanwhile, one's charges are read again, and the shell follows. */
function onError(error: unknown): void {
  if (isProblem(error, "acting-post-not-held", "acting-post-required")) {
    void queryClient.invalidateQueries({ queryKey: [ME] });
  }
}

/**
 * Without a network everything is tried all the same and fails at once, in words. Left to itself the library would hold
 * it back in silence and send it when the network returns: an act that its officer no longer expects.
 */
const networkMode = "always";

export const queryClient = new QueryClient({
  // Its own failure is no reason to read it again.
  queryCache: new QueryCache({ onError: (error, { queryKey }) => queryKey[0] !== ME && onError(error) }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      gcTime: 5 * 60_000,
      retry: false,
      refetchOnWindowFocus: true,
      refetchOnReconnect: true,
      networkMode,
    },
    mutations: { retry: false, networkMode },
  },
});
