import { createRoute } from "@tanstack/react-router";
import { page } from "@/app/page";
import { rootRoute } from "./root";

/** Where the square code of an issued document leads, and where its number and code are typed. */
export const verifyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/verify/{-$token}",
  component: page(() => import("@/features/public/VerifyPage"), "VerifyPage"),
});

/** Where whoever sent a paper asks after it. */
export const trackRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/track",
  component: page(() => import("@/features/public/TrackPage"), "TrackPage"),
});
