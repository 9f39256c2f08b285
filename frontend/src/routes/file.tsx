import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { officeRoute } from "./office";

export const fileRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: "/files/$id",
  component: lazyRouteComponent(() => import("@/features/file/FilePage"), "FilePage"),
});
