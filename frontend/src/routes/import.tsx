import { createRoute } from "@tanstack/react-router";
import { officeRoute } from "./office";
import { page } from "./page";

export const importRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: "/organisation/import",
  component: page(() => import("@/features/import/ImportPage"), "ImportPage"),
});
