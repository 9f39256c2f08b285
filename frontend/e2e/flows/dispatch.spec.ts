import { type APIRequestContext, expect, type Page } from "@playwright/test";
import { expectNoViolation } from "../axe";
import { expectNoSideScroll } from "../delegation";
import { draftOnFile, issue, pathOf, signInOnDraft } from "../drafting";
import { CLERK, DEPUTY_SECRETARY, LANGUAGES, type Language, SECTION_OFFICER, signIn } from "../office";
import { expectSaid } from "../organisation";
import { restOfficer } from "../rest";
import { test } from "../test";

const PHONE = { width: 390, height: 844 };
const WIDE = { width: 1440, height: 900 };

/** A circular to the deputy secretary and to somebody outside, issued by the section officer. */
async function issued(request: APIRequestContext, title: string) {
  const { post } = await restOfficer(request, DEPUTY_SECRETARY);
  const drafted = await draftOnFile(request, title, (content) => ({
    ...content,
    form: "circular",
    classification: "unclassified",
    addressees: [{ kind: "post", post }, ...content.addressees],
  }));
  return { ...drafted, number: await issue(request, drafted) };
}

/** On a phone, without anything cut off, and wide again; kept as pictures where they are asked for. */
async function look(page: Page, name: string, language: Language) {
  await expectNoViolation(page, name);
  const folder = process.env.DAFTAR_LOOK;
  if (folder) await page.screenshot({ path: `${folder}/${name}-${language}-1440.png` });
  await page.setViewportSize(PHONE);
  await expectNoSideScroll(page);
  await expectNoViolation(page, `${name}, on a phone`);
  if (folder) await page.screenshot({ path: `${folder}/${name}-${language}-390.png`, fullPage: true });
  await page.setViewportSize(WIDE);
}

for (const language of LANGUAGES) {
  test(`a letter goes out by post, and to the desk of an addressee inside (${language})`, async ({
    browser,
    request,
  }) => {
    const drafted = await issued(request, "Dispatched");
    const { number, subject } = drafted;

    const registry = await signIn(browser, CLERK, language);
    {
      const { page, say } = registry;
      const press = (id: string) => page.getByRole("button", { name: say(id), exact: true }).click();
      await page.goto(`/registry/dispatch?channel=post&text=${encodeURIComponent(number)}`);
      const row = page.getByRole("listitem").filter({ hasText: number });
      await expect(row).toHaveCount(1);
      await expect(row).toContainText("The Accountant General, Punjab");
      await expect(row).toContainText(say("dispatch.state.waiting"));
      await look(page, "dispatch", language);
      await press("dispatch.envelope");
      const envelope = page.getByRole("dialog");
      const saved = page.waitForEvent("download");
      await envelope.getByRole("button", { name: subject }).first().click();
      await saved;
      await expectNoViolation(page, "what belongs into the envelope");
      await page.keyboard.press("Escape");
      await row.getByRole("checkbox").check();
      await page.getByRole("button", { name: /^1 / }).click();
      await expect(page.locator(".label")).toContainText(["The Accountant General, Punjab"]);
      await look(page, "labels", language);
      await page.keyboard.press("Escape");

      await press("dispatch.act.dispatch");
      await page.getByLabel(say("dispatch.carrier")).fill("Pakistan Post");
      await page.getByLabel(say("dispatch.consignment")).fill("RGL-1180-2231");
      await look(page, "send", language);
      await press("dispatch.send.do");
      await expectSaid(page, say("dispatch.done.dispatch"));
      await expect(row).toContainText("RGL-1180-2231");
      await press("dispatch.act.acknowledge");
      await page.getByLabel(say("dispatch.acknowledge.by")).fill("Muhammad Yousaf");
      await press("dispatch.send.do");
      await expectSaid(page, say("dispatch.done.acknowledge"));
      await expect(row).toContainText(say("dispatch.state.acknowledged"));
      await expect(row.getByRole("button", { name: say("dispatch.act.acknowledge") })).toHaveCount(0);

      await page.goto(`/registry/issues?text=${encodeURIComponent(number)}`);
      const line = page.getByRole("main").getByRole("listitem").filter({ hasText: number });
      await expect(line).toContainText(say("dispatch.state.acknowledged"));
      await look(page, "issues", language);
      const table = page.waitForEvent("download");
      await press("registry.csv");
      expect((await table).suggestedFilename()).toBe("issue-register.csv");
    }

    const deputy = await signIn(browser, DEPUTY_SECRETARY, language);
    {
      const { page, say } = deputy;
      const found = page.getByRole("link", { name: subject }).first();
      await expect(async () => {
        await page.goto("/");
        await expect(found).toBeVisible({ timeout: 5_000 });
      }).toPass();
      await found.click();
      await expect(page.getByText(say("receipt.came.unchanged"))).toBeVisible();
      await expect(page.getByText(number, { exact: true }).first()).toBeVisible();
      await look(page, "receipt", language);
      await page.getByRole("button", { name: say("receipt.act.accept"), exact: true }).click();
      await expectSaid(page, say("receipt.done.accept"));
    }

    const officer = await signInOnDraft(browser, SECTION_OFFICER, drafted, language);
    const { page, say } = officer;
    const panel = page.getByRole("tabpanel").filter({ hasText: "RGL-1180-2231" });
    const acknowledged = panel.getByText(say("dispatch.state.acknowledged"), { exact: true });
    await expect(acknowledged).toHaveCount(2);
    await expect(panel).toContainText("Muhammad Yousaf");
    await look(page, "where", language);
    await page.goto("/files");
    await page.getByRole("link", { name: say("issues.title"), exact: true }).click();
    await page.getByLabel(say("issues.text")).fill(number);
    await page.getByRole("button", { name: subject }).click();
    await expect(page).toHaveURL(new RegExp(pathOf(drafted)));
  });
}
