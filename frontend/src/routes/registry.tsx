import { createRoute } from "@tanstack/react-router";
import { page } from "@/app/page";
import { officeRoute } from "./office";

const STATES = ["in_registry", "marked", "accepted", "on_file", "disposed"] as const;
const MODES = ["post", "courier", "by_hand", "email", "fax", "office"] as const;

export interface RegistrySearch {
  from?: string;
  to?: string;
  state?: (typeof STATES)[number];
  mode?: (typeof MODES)[number];
  query?: string;
}

const day = (value: unknown) => (typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : "");

export const registryRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: "/registry",
  validateSearch: (search: Record<string, unknown>): RegistrySearch => {
    const from = day(search.from);
    const to = day(search.to);
    const state = STATES.find((one) => one === search.state);
    const mode = MODES.find((one) => one === search.mode);
    const query = typeof search.query === "string" ? search.query.slice(0, 200) : "";
    return {
      ...(from && { from }),
      ...(to && { to }),
      ...(state && { state }),
      ...(mode && { mode }),
      ...(query && { query }),
    };
  },
  component: page(() => import("@/features/receipt/RegistryPage"), "RegistryPage"),
});
