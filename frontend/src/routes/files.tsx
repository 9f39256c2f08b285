import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { officeRoute } from "./office";

export const filesRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: "/files",
  component: lazyRouteComponent(() => import("@/features/file/FilesPage"), "FilesPage"),
});
