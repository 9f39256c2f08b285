import { createRoute } from "@tanstack/react-router";
import { page } from "@/app/page";
import { officeRoute } from "./office";

export const registryNewRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: "/registry/new",
  component: page(() => import("@/features/receipt/DiarisePage"), "DiarisePage"),
});
