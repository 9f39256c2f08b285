import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { officeRoute } from "./office";

export const organisationRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: "/organisation",
  component: lazyRouteComponent(() => import("@/features/organisation/OrganisationPage"), "OrganisationPage"),
});
