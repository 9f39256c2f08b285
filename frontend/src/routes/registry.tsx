import { createRoute } from "@tanstack/react-router";
import { page } from "@/app/page";
import type { Mode, ReceiptState } from "@/office/labels";
import { officeRoute } from "./office";

export interface RegistrySearch {
  from?: string;
  to?: string;
  state?: ReceiptState;
  mode?: Mode;
  query?: string;
}

export const registryRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: "/registry",
  // What the address says is looked at by the page, which is not part of the first load.
  validateSearch: (search) => search as RegistrySearch,
  component: page(() => import("@/features/receipt/RegistryPage"), "RegistryPage"),
});
