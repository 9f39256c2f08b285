import { expect } from "@playwright/test";
import { SECTION_OFFICER, signIn } from "../office";
import { test } from "../test";

test("the desk is worked from the keyboard", async ({ browser }) => {
  const { page } = await signIn(browser, SECTION_OFFICER, "en");
  const rows = page.locator("[data-desk-row]");
  await expect(rows.first()).toBeVisible();
  await page.keyboard.press("KeyJ");
  await expect(rows.nth(0).getByRole("link")).toBeFocused();
  await page.keyboard.press("KeyJ");
  await expect(rows.nth(1).getByRole("link")).toBeFocused();
  await page.keyboard.press("KeyK");
  await page.keyboard.press("KeyX");
  await expect(rows.nth(0).getByRole("checkbox")).toBeChecked();
  await page.keyboard.press("KeyX");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/(files|receipts)\//);
});

test("views and filters live in the address", async ({ browser }) => {
  const { page, say } = await signIn(browser, SECTION_OFFICER, "en");
  await page.getByRole("button", { name: say("desk.show.overdue") }).click();
  await expect(page).toHaveURL(/show=overdue/);
  await page.reload();
  await expect(page.getByRole("button", { name: say("desk.show.overdue") })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await page.getByRole("link", { name: say("desk.sent"), exact: true }).click();
  await expect(page.getByRole("heading", { name: say("desk.sent.title") })).toBeVisible();
});

test("the palette finds commands and papers, and gives the focus back", async ({ browser }) => {
  const { page, say } = await signIn(browser, SECTION_OFFICER, "en");
  await expect(page.locator("[data-desk-row]").first()).toBeVisible();
  await page.keyboard.press("Control+KeyK");
  const field = page.getByRole("combobox", { name: say("command.palette") });
  await field.fill("Bud-I");
  await expect(page.getByRole("option").filter({ hasText: "Bud-I" }).first()).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(field).toBeHidden();
  await page.keyboard.press("Shift+Slash");
  await expect(page.getByRole("dialog", { name: say("command.help") })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("KeyG");
  await page.keyboard.press("KeyF");
  await expect(page).toHaveURL(/\/files/);
});

test("papers that could not be marked as read stay chosen", async ({ browser }) => {
  const { page, say } = await signIn(browser, SECTION_OFFICER, "en");
  const chosen = page.locator("[data-desk-row]").getByRole("checkbox", { checked: true });
  await page.locator("[data-desk-row]").getByRole("checkbox").first().check();
  await page.route("**/desk/reads", (route) => route.abort("connectionreset"));
  const read = page.getByRole("button", { name: say("desk.markRead"), exact: true });
  await read.click();
  await expect(page.getByRole("button", { name: say("ui.dismiss"), exact: true })).toBeVisible();
  await expect(chosen).toHaveCount(1);
  await page.unroute("**/desk/reads");
  await read.click();
  await expect(chosen).toHaveCount(0);
});
