import { createRoute } from "@tanstack/react-router";
import { page } from "@/app/page";
import { officeRoute } from "./office";

export const draftRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: "/files/$fileId/drafts/$draftId",
  component: page(() => import("@/features/draft/DraftPage"), "DraftPage"),
});
