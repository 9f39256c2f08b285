import { test as base } from "@playwright/test";

/** Every journey leaves the browser as it found it: officers who stay at their desks keep asking the server. */
export const test = base.extend<{ goHome: undefined }>({
  goHome: [
    async ({ browser }, use) => {
      await use(undefined);
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    { auto: true },
  ],
});
