import { createRoute } from "@tanstack/react-router";
import type { MailState } from "@/api/schema";
import { page } from "@/app/page";
import { officeRoute } from "./office";

export interface MailSearch {
  /** What waits where nothing is named. */
  state?: MailState;
}

export const registryMailRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: "/registry/mail",
  // What the address says is looked at by the page, which is not part of the first load.
  validateSearch: (search) => search as MailSearch,
  component: page(() => import("@/features/mail/pages"), "MailboxPage"),
});

export const mailRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: "/registry/mail/$id",
  component: page(() => import("@/features/mail/pages"), "MailPage"),
});
