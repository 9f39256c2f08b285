import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "./root";

export const changePasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/change-password",
  component: lazyRouteComponent(() => import("@/features/session/ChangePasswordPage"), "ChangePasswordPage"),
});
