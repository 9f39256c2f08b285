import { createRoute } from "@tanstack/react-router";
import { page } from "@/app/page";
import { officeRoute } from "./office";

export const accountRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: "/account",
  validateSearch: ({ view }: { view?: unknown }): { view?: "signed" } => (view === "signed" ? { view } : {}),
  component: page(() => import("@/features/account/AccountPage"), "AccountPage"),
});
