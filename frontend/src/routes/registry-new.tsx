import { createRoute } from "@tanstack/react-router";
import { officeRoute } from "./office";
import { page } from "./page";

export const registryNewRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: "/registry/new",
  component: page(() => import("@/features/receipt/DiarisePage"), "DiarisePage"),
});
