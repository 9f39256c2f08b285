import { createRoute } from "@tanstack/react-router";
import { page } from "@/app/page";
import type { DispatchSearch, IssueSearch } from "@/office/dispatch/search";
import { officeRoute } from "./office";

// What an address says is looked at by the pages, which are not part of the first load.

export const dispatchRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: "/registry/dispatch",
  validateSearch: (search) => search as DispatchSearch,
  component: page(() => import("@/features/dispatch/pages"), "DispatchPage"),
});

export const issuesRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: "/registry/issues",
  validateSearch: (search) => search as IssueSearch,
  component: page(() => import("@/features/dispatch/pages"), "IssuesPage"),
});
