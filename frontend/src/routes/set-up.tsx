import { createRoute } from "@tanstack/react-router";
import { page } from "@/app/page";
import { rootRoute } from "./root";

export const setUpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/set-up",
  component: page(() => import("@/features/session/SetUpPage"), "SetUpPage"),
});
