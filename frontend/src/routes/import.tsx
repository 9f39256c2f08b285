import { createRoute } from "@tanstack/react-router";
import { page } from "@/app/page";
import { officeRoute } from "./office";

export const importRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: "/organisation/import",
  component: page(() => import("@/features/import/ImportPage"), "ImportPage"),
});
