import { createRoute } from "@tanstack/react-router";
import type { EventKind, LedgerModule } from "@/api/schema";
import { page } from "@/app/page";
import { officeRoute } from "./office";

export interface LedgerSearch {
  module?: LedgerModule;
  kind?: EventKind;
  subject?: string;
  /** Calendar dates, both included. */
  from?: string;
  to?: string;
}

const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : undefined);
const date = (value: unknown) =>
  typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined;

export const ledgerRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: "/ledger",
  validateSearch: (search: Record<string, unknown>): LedgerSearch => {
    const found = {
      module: text(search.module) as LedgerModule | undefined,
      kind: text(search.kind) as EventKind | undefined,
      subject: text(search.subject),
      from: date(search.from),
      to: date(search.to),
    };
    return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
  },
  component: page(() => import("@/features/ledger/LedgerPage"), "LedgerPage"),
});
