import { createRoute } from "@tanstack/react-router";
import { page } from "@/app/page";
import { officeRoute } from "./office";

export const templatesRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: "/organisation/templates",
  component: page(() => import("@/features/templates/TemplatesPage"), "TemplatesPage"),
});

export const templateRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: "/organisation/templates/$id",
  component: page(() => import("@/features/templates/TemplatePage"), "TemplatePage"),
});
