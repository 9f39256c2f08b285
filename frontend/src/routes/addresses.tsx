import { createRoute } from "@tanstack/react-router";
import { page } from "@/app/page";
import { officeRoute } from "./office";

export const addressesRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: "/addresses",
  component: page(() => import("@/features/addresses/AddressesPage"), "AddressesPage"),
});
