import { createRoute, redirect } from "@tanstack/react-router";
import { session } from "@/api/session";
import { Shell } from "@/app/Shell";
import { rootRoute } from "./root";

/** Everything behind the sign-in: the shell around it, and the way to the sign-in page when no session lives. */
export const officeRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: "office",
  beforeLoad: async ({ location }) => {
    const state = await session.restore();
    if (state === "none") throw redirect({ to: "/sign-in", search: { next: location.href } });
    if (state === "password_change") throw redirect({ to: "/change-password" });
  },
  component: Shell,
});
