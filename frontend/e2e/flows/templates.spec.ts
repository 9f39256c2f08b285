import { expect } from "@playwright/test";
import { expectNoViolation } from "../axe";
import { ADMINISTRATOR, LANGUAGES, type Officer, signIn } from "../office";
import { expectSaid } from "../organisation";
import { test } from "../test";

const PHONE = { width: 390, height: 844 };

const button = ({ page, say }: Officer, id: string) =>
  page.getByRole("button", { name: say(id), exact: true });

/** Opens the template of a form; makes it, for the whole office, where there is none yet. */
async function openTemplate(administrator: Officer, form: string): Promise<void> {
  const { page, say } = administrator;
  await page.goto("/organisation/templates");
  const row = page.getByRole("listitem").filter({ hasText: say(`draft.form.${form}`) });
  await expect(row.first()).toBeVisible();
  const link = row.getByRole("link", { name: say("template.office") });
  if ((await link.count()) > 0) await link.first().click();
  else {
    await button(administrator, "template.add").click();
    const dialog = page.getByRole("dialog");
    await dialog.locator("#template-chosen-form").selectOption(form);
    await expectNoViolation(page, "a new template");
    await button(administrator, "template.add.go").click();
  }
  await expect(page.getByLabel(say("template.source"))).toBeVisible();
}

test("a form is changed: a mistake is shown at its place, what hides is refused, what is good is in force", async ({
  browser,
}) => {
  test.slow();
  const administrator = await signIn(browser, ADMINISTRATOR, "en");
  const { page, say } = administrator;
  await openTemplate(administrator, "press_note");
  const source = page.getByLabel(say("template.source"));
  const preview = page.getByRole("region", { name: say("draft.preview"), exact: true });
  await expect(preview).toHaveAttribute("aria-busy", "false", { timeout: 30_000 });
  const words = await source.inputValue();

  // A mistake leads to its line; nothing typed is lost.
  await source.fill(words.replace("#body()", "#bodi()"));
  await expect(page.getByText("unknown variable: bodi")).toBeVisible({ timeout: 30_000 });
  await page.getByRole("button", { name: /^Line \d+ ?, column \d+$/ }).click();
  await expect(source).toBeFocused();
  expect(
    await source.evaluate((area: HTMLTextAreaElement) =>
      area.value.slice(area.selectionStart, area.selectionStart + 4),
    ),
  ).toBe("bodi");
  await expectNoViolation(page, "a mistake in a template");

  // What does not print the text is not put in force.
  await source.fill(words.replace("#body()", `#emph[${Date.now()}]`));
  await button(administrator, "template.save").click();
  await expectSaid(page, say("template.saved"));
  await button(administrator, "template.force").click();
  await page
    .getByRole("alertdialog")
    .getByRole("button", { name: say("template.force"), exact: true })
    .click();
  await expect(page.getByText("Missing: the whole text")).toBeVisible({ timeout: 60_000 });

  // What prints everything is.
  await source.fill(words.replace("#body()", `#align(center)[Office of ${Date.now()}]\n#body()`));
  await button(administrator, "template.save").click();
  await expect(page.getByText("Missing: the whole text")).toBeHidden();
  await button(administrator, "template.force").click();
  await page
    .getByRole("alertdialog")
    .getByRole("button", { name: say("template.force"), exact: true })
    .click();
  await expectSaid(page, say("template.forced"));
  await page.getByRole("button", { name: `${say("template.compare")}: 1` }).click();
  await expect(page.getByRole("region", { name: say("template.compare.with") })).toContainText(
    "+ #align(center)",
  );
  await expectNoViolation(page, "a template in force");

  await button(administrator, "template.withdraw").click();
  await page
    .getByRole("alertdialog")
    .getByRole("button", { name: say("template.withdraw"), exact: true })
    .click();
  await expectSaid(page, say("template.withdrawn"));
});

for (const language of LANGUAGES) {
  test(`templates fit every screen (${language})`, async ({ browser }) => {
    const administrator = await signIn(browser, ADMINISTRATOR, language);
    const { page, say } = administrator;
    await page.goto("/organisation/templates");
    await expect(page.getByRole("heading", { name: say("template.title") })).toBeVisible();
    await expectNoViolation(page, "templates");
    await openTemplate(administrator, "circular");
    const preview = page.getByRole("region", { name: say("draft.preview"), exact: true });
    await expect(preview).toHaveAttribute("aria-busy", "false", { timeout: 30_000 });
    await expect(page.getByLabel(say("template.source"))).toHaveCSS("direction", "ltr");
    await expectNoViolation(page, "a template");
    if (process.env.SHOTS)
      await page.screenshot({ path: `${process.env.SHOTS}/template-${language}.png`, fullPage: true });
    await page.setViewportSize(PHONE);
    if (process.env.SHOTS)
      await page.screenshot({ path: `${process.env.SHOTS}/template-${language}-phone.png`, fullPage: true });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
    await page.goto("/organisation/templates");
    await expect(page.getByRole("link", { name: say("template.office") }).first()).toBeVisible();
    if (process.env.SHOTS)
      await page.screenshot({ path: `${process.env.SHOTS}/templates-${language}-phone.png` });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
  });
}
