import { createRootRoute, Outlet } from "@tanstack/react-router";
import { NotFoundPage } from "@/app/NotFoundPage";
import { ProblemPage } from "@/app/ProblemPage";

export const rootRoute = createRootRoute({
  component: Outlet,
  notFoundComponent: NotFoundPage,
  errorComponent: ProblemPage,
});
