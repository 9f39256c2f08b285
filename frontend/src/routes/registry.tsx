import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { officeRoute } from "./office";

export const registryRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: "/registry",
  component: lazyRouteComponent(() => import("@/features/receipt/RegistryPage"), "RegistryPage"),
});
