import { createRouter } from "@tanstack/react-router";
import { accountRoute } from "@/routes/account";
import { changePasswordRoute } from "@/routes/change-password";
import { deskRoute } from "@/routes/desk";
import { fileRoute } from "@/routes/file";
import { filesRoute } from "@/routes/files";
import { importRoute } from "@/routes/import";
import { ledgerRoute } from "@/routes/ledger";
import { officeRoute } from "@/routes/office";
import { organisationRoute } from "@/routes/organisation";
import { personsRoute } from "@/routes/persons";
import { receiptRoute } from "@/routes/receipt";
import { registryRoute } from "@/routes/registry";
import { registryNewRoute } from "@/routes/registry-new";
import { rootRoute } from "@/routes/root";
import { setUpRoute } from "@/routes/set-up";
import { signInRoute } from "@/routes/sign-in";

const routeTree = rootRoute.addChildren([
  signInRoute,
  changePasswordRoute,
  setUpRoute,
  officeRoute.addChildren([
    deskRoute,
    registryRoute,
    registryNewRoute,
    receiptRoute,
    filesRoute,
    fileRoute,
    organisationRoute,
    personsRoute,
    importRoute,
    accountRoute,
    ledgerRoute,
  ]),
]);

export const router = createRouter({
  routeTree,
  defaultPreload: "intent",
  defaultPreloadStaleTime: 0,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
