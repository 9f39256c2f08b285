import { createRoute, redirect } from "@tanstack/react-router";
import { ensureMe, may } from "@/api/me";
import { firstPage } from "@/app/page";
import { officeRoute } from "./office";

const VIEWS = ["sent", "parked"] as const;
const SHOWS = ["overdue", "today", "unread"] as const;
const KINDS = ["file", "receipt", "copy"] as const;

export interface DeskSearch {
  /** What left the desk, or waits parked; nothing for what waits here. */
  view?: (typeof VIEWS)[number];
  show?: (typeof SHOWS)[number];
  kind?: (typeof KINDS)[number];
  sort?: "arrival";
}

function oneOf<T extends string>(allowed: readonly T[], value: unknown): T | undefined {
  return allowed.find((one) => one === value);
}

export const deskRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: "/",
  validateSearch: (search: Record<string, unknown>): DeskSearch => {
    const view = oneOf(VIEWS, search.view);
    const show = oneOf(SHOWS, search.show);
    const kind = oneOf(KINDS, search.kind);
    const sort = oneOf(["arrival"] as const, search.sort);
    return { ...(view && { view }), ...(show && { show }), ...(kind && { kind }), ...(sort && { sort }) };
  },
  // A post without a desk, such as the administrator's, starts where its work is.
  beforeLoad: async () => {
    const me = await ensureMe();
    if (!me.acting || may(me, "read_desk")) return;
    if (may(me, "manage_organisation")) throw redirect({ to: "/organisation" });
    throw redirect({ to: may(me, "read_ledger") ? "/ledger" : "/account" });
  },
  component: firstPage(() => import("@/features/desk/DeskPage"), "DeskPage"),
});
