import { createRoute } from "@tanstack/react-router";
import { page } from "@/app/page";
import { officeRoute } from "./office";

export interface DiariseSearch {
  /** The mail that the paper came by. */
  mail?: string;
}

export const registryNewRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: "/registry/new",
  validateSearch: ({ mail }: Record<string, unknown>): DiariseSearch =>
    typeof mail === "string" && /^[0-9a-f-]{36}$/.test(mail) ? { mail } : {},
  component: page(() => import("@/features/receipt/DiarisePage"), "DiarisePage"),
});
