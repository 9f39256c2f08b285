import { createRoute } from "@tanstack/react-router";
import { firstPage } from "@/app/page";
import { rootRoute } from "./root";

export interface SignInSearch {
  /** Where to go after signing in: a path inside the office. */
  next?: string;
}

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sign-in",
  validateSearch: (search: Record<string, unknown>): SignInSearch =>
    typeof search.next === "string" && /^\/(?!\/)/.test(search.next) ? { next: search.next } : {},
  component: firstPage(() => import("@/features/session/SignInPage"), "SignInPage"),
});
