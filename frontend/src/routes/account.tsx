import { createRoute } from "@tanstack/react-router";
import { officeRoute } from "./office";
import { page } from "./page";

export const accountRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: "/account",
  component: page(() => import("@/features/account/AccountPage"), "AccountPage"),
});
