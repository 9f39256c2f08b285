import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { officeRoute } from "./office";

export const registryNewRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: "/registry/new",
  component: lazyRouteComponent(() => import("@/features/receipt/DiarisePage"), "DiarisePage"),
});
