import { createRoute } from "@tanstack/react-router";
import { page } from "@/app/page";
import { officeRoute } from "./office";

const SCOPES = ["section", "seen", "sent", "parked", "closed"] as const;

export interface FilesSearch {
  scope?: (typeof SCOPES)[number];
  query?: string;
  /** The form for a new file is open. */
  open?: true;
  /** The receipt that the new file is opened for. */
  receipt?: string;
}

export const filesRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: "/files",
  validateSearch: (search: Record<string, unknown>): FilesSearch => {
    const scope = SCOPES.find((one) => one === search.scope);
    const query = typeof search.query === "string" ? search.query.slice(0, 200) : "";
    const receipt = typeof search.receipt === "string" ? search.receipt : "";
    return {
      ...(scope && { scope }),
      ...(query && { query }),
      ...(search.open ? { open: true as const } : {}),
      ...(receipt && { receipt }),
    };
  },
  component: page(() => import("@/features/file/FilesPage"), "FilesPage"),
});
