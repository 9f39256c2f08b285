import { expect, type Page } from "@playwright/test";
import { DEPUTY_SECRETARY, LANGUAGES, signIn, type Words } from "../office";
import { test } from "../test";

const LIGHT = "rgb(245, 242, 233)";
const DARK = "rgb(19, 25, 22)";

async function expectColours(page: Page, background: string): Promise<void> {
  await expect(page.locator("html")).toHaveCSS("background-color", background);
  await expect(page.locator("html")).toHaveCSS("color-scheme", background === DARK ? "dark" : "light");
}

const choose = (page: Page, say: Words, theme: string) =>
  page.getByRole("radio", { name: say(theme), exact: true }).check();

/** Loads the page anew while its program is held back: what is painted before it runs. */
async function expectFirstPaint(page: Page, background: string): Promise<void> {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\/assets\/.*\.js$/, async (route) => {
    await held;
    await route.continue();
  });
  await page.reload({ waitUntil: "commit" });
  await expectColours(page, background);
  await expect(page.locator("#root")).toBeEmpty();
  release();
  await expect(page.getByRole("banner")).toBeVisible();
  await page.unroute(/\/assets\/.*\.js$/);
  await expectColours(page, background);
}

for (const language of LANGUAGES) {
  test(`dark colours are chosen, remembered, and there from the first paint (${language})`, async ({
    browser,
  }) => {
    const { page, say } = await signIn(browser, DEPUTY_SECRETARY, language);
    await page.goto("/account");
    await expectColours(page, LIGHT);
    await choose(page, say, "account.theme.dark");
    await expectColours(page, DARK);
    await expect(page.getByRole("heading", { level: 1 })).toHaveCSS("color", "rgb(233, 236, 229)");
    await expectFirstPaint(page, DARK);
    await expect(page.getByRole("radio", { name: say("account.theme.dark"), exact: true })).toBeChecked();
  });
}

test("the colours of the device are followed until others are chosen", async ({ browser }) => {
  const { page, say } = await signIn(browser, DEPUTY_SECRETARY, "en");
  await page.emulateMedia({ colorScheme: "dark" });
  await expectColours(page, DARK);
  await page.goto("/account");
  await expectFirstPaint(page, DARK);
  await choose(page, say, "account.theme.light");
  await expectFirstPaint(page, LIGHT);
  await choose(page, say, "account.theme.system");
  await expectColours(page, DARK);
  await page.emulateMedia({ colorScheme: "light" });
  await expectColours(page, LIGHT);
});
