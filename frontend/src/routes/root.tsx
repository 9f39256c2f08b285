import { createRootRoute, Outlet } from "@tanstack/react-router";
import { ProblemPage } from "@/app/ProblemPage";
import { page } from "@/app/page";

export const rootRoute = createRootRoute({
  component: Outlet,
  notFoundComponent: page(() => import("@/app/NotFoundPage"), "NotFoundPage"),
  errorComponent: ProblemPage,
});
