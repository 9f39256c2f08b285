import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { officeRoute } from "./office";

export const importRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: "/organisation/import",
  component: lazyRouteComponent(() => import("@/features/import/ImportPage"), "ImportPage"),
});
