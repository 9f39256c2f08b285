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

const NAMES = ["module", "kind", "subject", "digest", "from", "to", "view"] as const;

export const ledgerRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: "/ledger",
  validateSearch: (search: Record<string, unknown>): LedgerSearch =>
    Object.fromEntries(
      NAMES.map((name) => [name, search[name]]).filter(([, value]) => value && `${value}` === value),
    ),
  component: page(() => import("@/features/ledger/LedgerPage"), "LedgerPage"),
});
