import { createRoute } from "@tanstack/react-router";
import { page } from "@/app/page";
import { rootRoute } from "./root";

export const changePasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/change-password",
  component: page(() => import("@/features/session/ChangePasswordPage"), "ChangePasswordPage"),
});
