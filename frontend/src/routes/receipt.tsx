import { createRoute } from "@tanstack/react-router";
import { page } from "@/app/page";
import { officeRoute } from "./office";

export interface ReceiptSearch {
  /** The document that is open, when there are several, and its page. */
  paper?: string;
  page?: number;
}

export const receiptRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: "/receipts/$id",
  validateSearch: (search: Record<string, unknown>): ReceiptSearch => {
    const page = Number(search.page);
    return {
      ...(typeof search.paper === "string" && { paper: search.paper }),
      ...(Number.isInteger(page) && page > 0 && { page }),
    };
  },
  component: page(() => import("@/features/receipt/ReceiptPage"), "ReceiptPage"),
});
