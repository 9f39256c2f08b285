import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { officeRoute } from "./office";

export const deskRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: "/",
  component: lazyRouteComponent(() => import("@/features/desk/DeskPage"), "DeskPage"),
});
