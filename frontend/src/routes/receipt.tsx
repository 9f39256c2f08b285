import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { officeRoute } from "./office";

export const receiptRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: "/receipts/$id",
  component: lazyRouteComponent(() => import("@/features/receipt/ReceiptPage"), "ReceiptPage"),
});
