import { createRoute } from "@tanstack/react-router";
import { page } from "@/app/page";
import { officeRoute } from "./office";

export interface PersonsSearch {
  query?: string;
  inactive?: true;
}

export const personsRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: "/organisation/persons",
  validateSearch: (search: Record<string, unknown>): PersonsSearch => ({
    ...(typeof search.query === "string" && search.query !== "" && { query: search.query }),
    ...(search.inactive === true && { inactive: true }),
  }),
  component: page(() => import("@/features/organisation/PersonsPage"), "PersonsPage"),
});
