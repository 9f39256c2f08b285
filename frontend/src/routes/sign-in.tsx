import { createRoute } from "@tanstack/react-router";
import { firstPage } from "@/app/page";
import { rootRoute } from "./root";

export interface SignInSearch {
  /** Where to go after signing in: a path inside the office, and never this page itself. */
  next?: string | undefined;
}

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sign-in",
  // Named even where it is refused: what is left out here would come through from the address as it is.
  validateSearch: ({ next }: Record<string, unknown>): SignInSearch => ({
    next: typeof next === "string" && /^\/(?!\/|sign-in)/.test(next) ? next : undefined,
  }),
  component: firstPage(() => import("@/features/session/SignInPage"), "SignInPage"),
});
