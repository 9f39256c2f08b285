import { expect } from "@playwright/test";
import { ADDITIONAL_SECRETARY, DEPUTY_SECRETARY, SECTION_OFFICER, signIn, wordsOf } from "../office";
import { test } from "../test";

const say = wordsOf("en");

test("a wrong password is refused in words, and nothing else is told", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByLabel(say("session.userName")).fill("so.budget1");
  await page.getByLabel(say("session.password"), { exact: true }).fill("not the password at all");
  await page.getByRole("button", { name: say("session.signIn"), exact: true }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(page).toHaveURL(/sign-in/);
});

test("a page inside the office asks to sign in first, and is shown afterwards", async ({ page }) => {
  await page.goto("/files");
  await expect(page).toHaveURL(/sign-in\?next=/);
});

test("the session lives through a reload, and keeps nothing secret in the browser's storage", async ({
  browser,
}) => {
  const { page } = await signIn(browser, SECTION_OFFICER, "en");
  await page.reload();
  await expect(page.getByRole("heading", { name: say("desk.title") })).toBeVisible();
  const stored = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  expect(stored).not.toContain("eyJ");
});

test("signing out ends the session for every tab", async ({ browser }) => {
  const { page } = await signIn(browser, DEPUTY_SECRETARY, "en");
  await page.goto("/account");
  await page.getByRole("button", { name: say("session.signOut"), exact: true }).click();
  await expect(page).toHaveURL(/sign-in$/);
  await page.goto("/");
  await expect(page).toHaveURL(/sign-in/);
});

test("who holds two posts chooses for which to act, and the desk follows", async ({ browser }) => {
  const { page } = await signIn(browser, ADDITIONAL_SECRETARY, "en");
  const acting = page.getByLabel(say("shell.actingFor"));
  const first = await acting.inputValue();
  const other = await acting.locator(`option:not([value="${first}"])`).first().getAttribute("value");
  const desk = page.waitForRequest(
    (request) => request.url().includes("/desk") && request.headers()["acting-post"] === other,
  );
  await acting.selectOption(other);
  await desk;
  await page.reload();
  await expect(page.getByLabel(say("shell.actingFor"))).toHaveValue(other ?? "");
});

test("the whole interface turns to Urdu and back", async ({ browser }) => {
  const { page } = await signIn(browser, SECTION_OFFICER, "en");
  await page.getByRole("button", { name: "اردو" }).click();
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  await expect(page.getByRole("heading", { name: wordsOf("ur")("desk.title") })).toBeVisible();
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.locator("html")).toHaveAttribute("dir", "ltr");
});
