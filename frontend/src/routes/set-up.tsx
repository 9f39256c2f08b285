import { createRoute } from "@tanstack/react-router";
import { page } from "./page";
import { rootRoute } from "./root";

export const setUpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/set-up",
  component: page(() => import("@/features/session/SetUpPage"), "SetUpPage"),
});
