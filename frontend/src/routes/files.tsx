import { createRoute } from "@tanstack/react-router";
import { page } from "@/app/page";
import { officeRoute } from "./office";

export interface FilesSearch {
  scope?: "section" | "seen" | "sent" | "parked" | "closed";
  query?: string;
  /** The form for a new file is open. */
  open?: true;
  /** The receipt that the new file is opened for. */
  receipt?: string;
}

export const filesRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: "/files",
  // What the address says is looked at by the page, which is not part of the first load.
  validateSearch: (search) => search as FilesSearch,
  component: page(() => import("@/features/file/FilesPage"), "FilesPage"),
});
