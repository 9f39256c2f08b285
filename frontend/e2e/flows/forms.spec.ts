import { expect, type Page } from "@playwright/test";
import { CLERK, DEPUTY_SECRETARY, LANGUAGES, SECTION_OFFICER, signIn, subjectOf } from "../office";
import { newFile, restOfficer } from "../rest";
import { diarise, openFileFor } from "../steps";
import { test } from "../test";

const PHONE = { width: 390, height: 844 };

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

async function expectNoSideScroll(page: Page): Promise<void> {
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(over, page.url()).toBeLessThanOrEqual(0);
}

for (const language of LANGUAGES) {
  test(`a date is said in words too, whatever the order of the machine (${language})`, async ({
    browser,
  }) => {
    const { page, say } = await signIn(browser, CLERK, language);
    await page.setViewportSize(PHONE);
    await page.goto("/registry/new");
    const due = page.getByLabel(say("paper.due_on"), { exact: false });
    const words = language === "en" ? "5 Dec 2028" : "5 دسمبر 2028";
    await due.fill("2028-12-05");
    await expect(page.getByText(words)).toBeVisible();
    await due.fill("");
    await expect(page.getByText(words)).toBeHidden();
    await expectNoSideScroll(page);

    // What a form is opened with is said without a key being pressed.
    await page.goto("/registry?from=2028-12-05");
    await expect(page.getByRole("search").getByText(words)).toBeVisible();
    await expectNoSideScroll(page);
  });

  test(`a scan with a long name fits a phone (${language})`, async ({ browser, request }, info) => {
    const { page, say } = await signIn(browser, CLERK, language);
    await page.setViewportSize(PHONE);
    await page.goto("/registry/new");
    const name = `${"Letter from the Accountant General regarding ".repeat(3)}2026-11.pdf`;
    const scans = [
      { name, mimeType: "application/pdf", buffer: Buffer.from("not a document") },
      { name: `empty ${name}`, mimeType: "application/pdf", buffer: Buffer.alloc(0) },
    ];
    await page.setInputFiles('input[type="file"]', scans);
    await expect(page.getByRole("alert")).toHaveCount(2);
    await expectNoSideScroll(page);
    for (const button of await page.getByRole("button", { name: /Remove|ہٹا/ }).all()) {
      const box = await button.boundingBox();
      expect((box?.x ?? -1) >= 0 && (box?.x ?? 999) + (box?.width ?? 0) <= PHONE.width).toBe(true);
    }
    // What is empty stays empty: only the other one can be tried again.
    await expect(page.getByRole("button", { name: say("paper.upload.retry"), exact: true })).toHaveCount(1);
    await page.screenshot({ path: info.outputPath(`long-name-${language}.png`) });

    const made = await newFile(await restOfficer(request, SECTION_OFFICER), subjectOf("A long name"));
    const officer = await signIn(browser, SECTION_OFFICER, language);
    await officer.page.setViewportSize(PHONE);
    await officer.page.goto(`/files/${made.id}?tab=papers`);
    await officer.page.getByRole("button", { name: say("file.papers.add"), exact: true }).click();
    await officer.page.setInputFiles('input[type="file"]', scans.slice(0, 1));
    await expect(officer.page.getByRole("alert")).toBeVisible();
    const dialog = officer.page.getByRole("dialog");
    const sides = await dialog.evaluate((one) => one.scrollWidth - one.clientWidth);
    expect(sides).toBeLessThanOrEqual(0);
    await officer.page.screenshot({ path: info.outputPath(`long-name-dialog-${language}.png`) });
  });

  test(`a subject that is too long is not cut without a word (${language})`, async ({ browser }, info) => {
    const { page, say } = await signIn(browser, SECTION_OFFICER, language);
    await page.goto("/files");
    await page
      .getByRole("button", { name: say("file.open"), exact: true })
      .first()
      .click();
    const dialog = page.getByRole("dialog");
    const subject = dialog.getByLabel(say("paper.subject"), { exact: true });
    await subject.fill("x".repeat(680));
    await expect(subject).toHaveValue("x".repeat(680));
    await expect(subject).toHaveAttribute("aria-invalid", "true");
    await expect(dialog.getByText(/180/)).toBeVisible();
    await dialog.getByLabel(say("file.head"), { exact: true }).selectOption({ index: 1 });
    const open = dialog.getByRole("button", { name: say("file.open.do"), exact: true });
    await open.click();
    await expect(dialog.getByRole("alert")).toBeVisible();
    await page.screenshot({ path: info.outputPath(`too-long-${language}.png`) });
    await subject.fill(subjectOf("Shortened"));
    await expect(dialog.getByText(/180/)).toHaveCount(0);
    await open.click();
    await expect(page).toHaveURL(/\/files\/[0-9a-f-]{36}/);

    // Going back leads to the files, not to an empty form.
    await page.goBack();
    await expect(page).toHaveURL(/\/files$/);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(dialog).toHaveCount(0);
  });
}

test("rows do not move under the finger, and what could not be put away stays chosen", async ({
  browser,
  request,
}, info) => {
  const clerk = await restOfficer(request, CLERK);
  const to = (await restOfficer(request, SECTION_OFFICER)).post;
  const copy = (await restOfficer(request, DEPUTY_SECRETARY)).post;
  for (const number of [1, 2]) {
    await clerk.send("/receipts", {
      received_on: inDays(-1),
      mode: "post",
      sender_name: "Accountant General",
      subject: subjectOf(`Copy ${number}`),
      language: "en",
      classification: "unclassified",
      priority: "routine",
      document_ids: [],
      mark: {
        to_post_id: to,
        action: "necessary_action",
        copies: [{ post_id: copy, action: "information" }],
      },
    });
  }
  const { page, say } = await signIn(browser, DEPUTY_SECRETARY, "en");
  await page.setViewportSize(PHONE);
  await page.goto("/?kind=copy");
  const rows = page.locator("[data-desk-row]");
  await expect(rows.nth(1)).toBeVisible();
  const before = await rows.nth(1).boundingBox();
  await rows.nth(0).getByRole("checkbox").check();
  const bar = page.getByRole("toolbar");
  await expect(bar).toBeInViewport();
  expect(await rows.nth(1).boundingBox()).toEqual(before);
  await rows.nth(1).getByRole("checkbox").check();
  await page.screenshot({ path: info.outputPath("selection.png") });
  await page.route("**/seen-copies", (route) => route.abort("connectionreset"));
  const seen = bar.getByRole("button").nth(1);
  await seen.click();
  await expect(page.getByText(say("ui.unreachable"))).toBeVisible();
  await expect(rows.getByRole("checkbox", { checked: true })).toHaveCount(2);
  await page.unroute("**/seen-copies");
  const count = await rows.count();
  await seen.click();
  await expect(bar).toBeHidden();
  await expect(rows).toHaveCount(count - 2);
});

test("an act that is no longer possible is not offered again, and its remark stays", async ({
  browser,
  request,
}) => {
  const rest = await restOfficer(request, SECTION_OFFICER);
  const made = await newFile(rest, subjectOf("Parked elsewhere"));
  const { page, say } = await signIn(browser, SECTION_OFFICER, "en");
  await page.goto(`/files/${made.id}`);
  await page.getByRole("button", { name: say("file.menu.park"), exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(say("file.park.until")).fill(inDays(30));
  await dialog.getByLabel(say("paper.remark")).fill("Until the budget is passed");
  const { version } = await rest.get<{ version: number }>(`/files/${made.id}`);
  await rest.send(`/files/${made.id}/parking`, { until: inDays(31) }, version);
  const park = dialog.getByRole("button", { name: say("file.park.do"), exact: true });
  await park.click();
  await expect(dialog.getByText(say("paper.stale.title"))).toBeVisible();
  await expect(park).toHaveCount(0);
  await expect(dialog.getByLabel(say("paper.remark"))).toHaveValue("Until the budget is passed");
});

test("the language that cannot be loaded is said to be so", async ({ browser }) => {
  const { page, say } = await signIn(browser, SECTION_OFFICER, "en");
  await page.route("**/assets/ur*", (route) => route.abort("connectionreset"));
  await page.getByRole("button", { name: "اردو" }).click();
  await expect(page.getByText(say("ui.unreachable"))).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("dir", "ltr");
});

test("the page goes on fitting its place, and the strip of pages begins at the one that is read", async ({
  browser,
}, info) => {
  const clerk = await signIn(browser, CLERK, "en");
  const receipt = await diarise(clerk, subjectOf("Fitted"));
  const officer = await signIn(browser, SECTION_OFFICER, "en");
  const { page, say } = officer;
  const file = await openFileFor(officer, receipt);
  await page.setViewportSize({ width: 1440, height: 600 });
  await page.goto(`${file}?page=3`);
  const sheet = page.locator(".pdfViewer .page").first();
  const place = page.locator(".pdfViewer").locator("..");
  await expect(sheet).toBeVisible();
  const fits = async () => {
    await expect
      .poll(async () => {
        const room = await place.evaluate((one) => one.clientWidth);
        return room - ((await sheet.boundingBox())?.width ?? 0);
      })
      .toBeLessThan(60);
    expect(await place.evaluate((one) => one.scrollWidth - one.clientWidth)).toBeLessThanOrEqual(0);
  };
  await fits();
  await page.getByRole("button", { name: say("paper.viewer.thumbnails") }).click();
  const strip = page.getByRole("navigation", { name: say("paper.viewer.thumbnails") });
  await expect(strip.locator("[aria-current]")).toBeInViewport();
  await expect(strip.locator("[aria-current]")).toHaveText("3/C");
  await fits();
  await page.screenshot({ path: info.outputPath("thumbnails.png") });
  const handle = page.getByRole("separator");
  await handle.focus();
  for (let press = 0; press < 6; press += 1) await page.keyboard.press("ArrowLeft");
  await fits();
  await expect(page).toHaveURL(/page=3/);
});
