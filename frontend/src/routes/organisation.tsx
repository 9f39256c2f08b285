import { createRoute } from "@tanstack/react-router";
import { page } from "@/app/page";
import { officeRoute } from "./office";

export interface OrganisationSearch {
  /** The unit that is looked at, and in it the post. */
  unit?: string;
  post?: string;
  tab?: "heads";
}

const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : undefined);

export const organisationRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: "/organisation",
  validateSearch: (search: Record<string, unknown>): OrganisationSearch => {
    const unit = text(search.unit);
    const post = text(search.post);
    return { ...(unit && { unit }), ...(post && { post }), ...(search.tab === "heads" && { tab: "heads" }) };
  },
  component: page(() => import("@/features/organisation/OrganisationPage"), "OrganisationPage"),
});
