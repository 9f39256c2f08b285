import { createRoute } from "@tanstack/react-router";
import { firstPage, page } from "@/app/page";
import { rootRoute } from "./root";

export interface SignInSearch {
  /** Where to go after signing in: a path inside the office, and never this page itself. */
  next?: string | undefined;
}

// Named even where it is refused: what is left out here would come through from the address as it is.
const validateNext = ({ next }: Record<string, unknown>): SignInSearch => ({
  next: typeof next === "string" && /^\/(?!\/|sign-in)/.test(next) ? next : undefined,
});

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sign-in",
  validateSearch: validateNext,
  component: firstPage(() => import("@/features/session/SignInPage"), "SignInPage"),
});

/** What the password alone does not open: a second factor, or setting one up. */
export const signInStepRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sign-in/step",
  validateSearch: validateNext,
  component: page(() => import("@/features/session/StepPage"), "StepPage"),
});
