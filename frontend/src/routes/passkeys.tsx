import { createRoute } from "@tanstack/react-router";
import type { PasskeyState } from "@/api/schema";
import { page } from "@/app/page";
import { officeRoute } from "./office";

export interface PasskeysSearch {
  /** Without it, what waits for approval. */
  state?: Exclude<PasskeyState, "pending">;
}

export const passkeysRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: "/organisation/passkeys",
  validateSearch: ({ state }: Record<string, unknown>): PasskeysSearch =>
    state === "approved" || state === "suspected" || state === "revoked" ? { state } : {},
  component: page(() => import("@/features/organisation/PasskeysPage"), "PasskeysPage"),
});
