import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { officeRoute } from "./office";

export const personsRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: "/organisation/persons",
  component: lazyRouteComponent(() => import("@/features/organisation/PersonsPage"), "PersonsPage"),
});
