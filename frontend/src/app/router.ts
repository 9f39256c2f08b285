import { createRouter } from "@tanstack/react-router";
import { accountRoute } from "@/routes/account";
import { addressesRoute } from "@/routes/addresses";
import { changePasswordRoute } from "@/routes/change-password";
import { deskRoute } from "@/routes/desk";
import { dispatchRoute, issuesRoute } from "@/routes/dispatch";
import { draftRoute } from "@/routes/draft";
import { fileRoute } from "@/routes/file";
import { filesRoute } from "@/routes/files";
import { importRoute } from "@/routes/import";
import { ledgerRoute } from "@/routes/ledger";
import { officeRoute } from "@/routes/office";
import { organisationRoute } from "@/routes/organisation";
import { passkeysRoute } from "@/routes/passkeys";
import { personsRoute } from "@/routes/persons";
import { trackRoute, verifyRoute } from "@/routes/public";
import { receiptRoute } from "@/routes/receipt";
import { registryRoute } from "@/routes/registry";
import { mailRoute, registryMailRoute } from "@/routes/registry-mail";
import { registryNewRoute } from "@/routes/registry-new";
import { rootRoute } from "@/routes/root";
import { setUpRoute } from "@/routes/set-up";
import { signInRoute, signInStepRoute } from "@/routes/sign-in";
import { templateRoute, templatesRoute } from "@/routes/templates";
import { type Piece, unloadedText } from "@/ui/lazily";
import { toast } from "@/ui/toast";

const routeTree = rootRoute.addChildren([
  signInRoute,
  signInStepRoute,
  changePasswordRoute,
  setUpRoute,
  verifyRoute,
  trackRoute,
  officeRoute.addChildren([
    deskRoute,
    registryRoute,
    registryNewRoute,
    registryMailRoute,
    mailRoute,
    dispatchRoute,
    issuesRoute,
    receiptRoute,
    filesRoute,
    fileRoute,
    draftRoute,
    addressesRoute,
    organisationRoute,
    personsRoute,
    passkeysRoute,
    importRoute,
    templatesRoute,
    templateRoute,
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

/**
 * A page that cannot be loaded now is not gone to: one stays where one is, with everything that was typed there. The
 * address may still be opened anew; then the page says so itself.
 */
router.history.block({
  enableBeforeUnload: false,
  blockerFn: async ({ nextLocation, action }) => {
    const [routes] = router.getMatchedRoutes(nextLocation.pathname);
    const pages = routes.map((route) => route.options.component as Partial<Piece<object>> | undefined);
    await Promise.all(pages.map((page) => page?.preload?.()));
    if (pages.every((page) => page?.isThere?.() ?? true)) return false;
    if (action === "PUSH" && (await isOutdated())) window.location.assign(nextLocation.href);
    else toast(unloadedText(), "failed");
    return true;
  },
});

/** After an update of the office the pieces of this version are gone: a page is then opened in the new one. */
async function isOutdated(): Promise<boolean> {
  const own = document.querySelector("script[type=module]")?.getAttribute("src");
  const answer = await fetch("/", { cache: "no-store" }).catch(() => null);
  return Boolean(own && answer?.ok && !(await answer.text()).includes(own));
}

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
