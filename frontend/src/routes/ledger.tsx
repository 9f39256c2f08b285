import { createRoute } from "@tanstack/react-router";
import type { EventKind, LedgerModule } from "@/api/schema";
import { page } from "@/app/page";
import { officeRoute } from "./office";

export interface LedgerSearch {
  module?: LedgerModule;
  kind?: EventKind;
  subject?: string;
  digest?: string;
  /** Calendar dates, both included. */
  from?: string;
  to?: string;
  /** The other room of the ledger: its state and its checkpoints. */
  view?: string;
}

export const ledgerRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: "/ledger",
  // What the address says is looked at by the page, which is not part of the first load.
  validateSearch: (search) => search as LedgerSearch,
  component: page(() => import("@/features/ledger/LedgerPage"), "LedgerPage"),
});
