import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { officeRoute } from "./office";

export const ledgerRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: "/ledger",
  component: lazyRouteComponent(() => import("@/features/ledger/LedgerPage"), "LedgerPage"),
});
