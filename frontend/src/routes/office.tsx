import { createRoute, redirect } from "@tanstack/react-router";
import { ensureMe, meQuery } from "@/api/me";
import { isProblem } from "@/api/problem";
import { queryClient } from "@/api/query-client";
import { isHalf, session } from "@/api/session";
import { dropSession } from "@/api/sign-out";
import { ProblemPage } from "@/app/ProblemPage";
import { Shell } from "@/app/Shell";
import { rootRoute } from "./root";

const nextOf = (href: string) => (href === "/" ? {} : { next: href });

/** Everything behind the sign-in: the shell around it, and the way to the sign-in page when no session lives. */
export const officeRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: "office",
  beforeLoad: async ({ location }) => {
    const signIn = () => redirect({ to: "/sign-in", search: nextOf(location.href) });
    const state = await session.restore();
    if (state === "password_change") throw redirect({ to: "/change-password" });
    // The page that is open stays; the shell asks for the password over it, and for what must follow it.
    const isOpen = queryClient.getQueryData(meQuery.queryKey);
    if (isOpen && (state === "ended" || isHalf(state))) return;
    if (isHalf(state)) throw redirect({ to: "/sign-in/step", search: nextOf(location.href) });
    if (state !== "session") throw signIn();
    try {
      await ensureMe();
    } catch (error) {
      if (!isProblem(error, "second-factor-required") && !(isProblem(error) && error.status === 401))
        throw error;
      dropSession();
      throw signIn();
    }
  },
  component: Shell,
  errorComponent: ProblemPage,
});
