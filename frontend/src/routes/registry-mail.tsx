import { createRoute } from "@tanstack/react-router";
import { page } from "@/app/page";
import { officeRoute } from "./office";

const STATES = ["waiting", "diarised", "set_aside", "report"] as const;

export interface MailSearch {
  /** What waits where nothing is named. */
  state?: (typeof STATES)[number];
}

export const registryMailRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: "/registry/mail",
  validateSearch: (search: Record<string, unknown>): MailSearch => {
    const state = STATES.find((one) => one === search.state);
    return state && state !== "waiting" ? { state } : {};
  },
  component: page(() => import("@/features/mail/MailboxPage"), "MailboxPage"),
});

export const mailRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: "/registry/mail/$id",
  component: page(() => import("@/features/mail/MailPage"), "MailPage"),
});
