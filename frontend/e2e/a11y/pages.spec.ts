import { expect } from "@playwright/test";
import { expectNoViolation } from "../axe";
import {
  ADMINISTRATOR,
  AUDITOR,
  CLERK,
  LANGUAGES,
  SECTION_OFFICER,
  signIn,
  subjectOf,
  wordsOf,
} from "../office";
import { newFile, restOfficer } from "../rest";
import { diarise, openFileFor, send, write } from "../steps";
import { test } from "../test";

for (const language of LANGUAGES) {
  test(`no page of papers has a barrier (${language})`, async ({ browser }) => {
    const clerk = await signIn(browser, CLERK, language);
    for (const place of ["/registry", "/registry/new", "/account"]) {
      await clerk.page.goto(place);
      await expectNoViolation(clerk.page, place);
    }
    const receipt = await diarise(clerk, subjectOf("No barrier"));

    const officer = await signIn(browser, SECTION_OFFICER, language);
    await expectNoViolation(officer.page, "desk");
    await officer.page.keyboard.press("Control+k");
    await expect(officer.page.getByRole("combobox", { name: officer.say("command.palette") })).toBeVisible();
    await expectNoViolation(officer.page, "palette");
    await officer.page.keyboard.press("Escape");
    await officer.page.keyboard.press("Shift+Slash");
    await expect(officer.page.getByRole("dialog", { name: officer.say("command.help") })).toBeVisible();
    await expectNoViolation(officer.page, "help");
    await officer.page.keyboard.press("Escape");
    await officer.page.goto(receipt);
    await officer.page.getByText(officer.say("timeline"), { exact: true }).click();
    await officer.page.getByText(officer.say("timeline.receipt"), { exact: true }).first().click();
    await expectNoViolation(officer.page, "receipt, with its timeline");
    const file = await openFileFor(officer, receipt);
    await expectNoViolation(officer.page, "file");
    await officer.page.getByRole("button", { name: officer.say("note.write"), exact: true }).click();
    await officer.page.getByRole("textbox", { name: officer.say("note.editor.label") }).click();
    await expectNoViolation(officer.page, "compose");
    await officer.page.goto(`${file}?tab=movement`);
    await expectNoViolation(officer.page, "movement");
    await officer.page.goto(`${file}?tab=record`);
    await officer.page.getByText(officer.say("timeline.receipt"), { exact: true }).first().click();
    await expectNoViolation(officer.page, "timeline");
    for (const place of ["/files", "/files?open=true", "/addresses"]) {
      await officer.page.goto(place);
      await expectNoViolation(officer.page, place);
    }
  });

  test(`no page has a barrier in dark colours (${language})`, async ({ browser, request }) => {
    const file = await newFile(await restOfficer(request, SECTION_OFFICER), subjectOf("Dark"));
    const officer = await signIn(browser, SECTION_OFFICER, language);
    const { page, say } = officer;
    await page.emulateMedia({ colorScheme: "dark" });
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    await expectNoViolation(page, "desk");
    await page.goto(`/files/${file.id}`);
    await write(officer, ["A draft on a dark page."]);
    await expectNoViolation(page, "compose");
    await send(officer, "note.submit_only");
    await expectNoViolation(page, "file");
    await page.goto("/organisation");
    await page.getByLabel(say("organisation.find")).fill("Bud-I");
    await page.getByRole("link", { name: "Bud-I" }).first().click();
    await expect(page.getByRole("heading", { level: 2 })).toBeVisible();
    await expect(page.getByText(say("organisation.showAbolished"))).toBeVisible();
    await expectNoViolation(page, "organisation");
    const clerk = await signIn(browser, CLERK, language);
    await clerk.page.emulateMedia({ colorScheme: "dark" });
    await clerk.page.goto("/registry");
    await expect(clerk.page.getByRole("row").nth(1)).toBeVisible();
    await expectNoViolation(clerk.page, "register");
  });

  test(`no page of the organisation has a barrier (${language})`, async ({ browser }) => {
    const administrator = await signIn(browser, ADMINISTRATOR, language);
    for (const place of ["/organisation", "/organisation/persons", "/organisation/import"]) {
      await administrator.page.goto(place);
      await expectNoViolation(administrator.page, place);
    }
    await administrator.page.goto("/nowhere");
    await expectNoViolation(administrator.page, "no such page");
    const auditor = await signIn(browser, AUDITOR, language);
    await auditor.page.goto("/ledger");
    await expectNoViolation(auditor.page, "/ledger");
  });
}

for (const language of LANGUAGES) {
  test(`signing in has no barrier (${language})`, async ({ page, request }) => {
    await page.addInitScript((chosen) => localStorage.setItem("daftar.language", chosen), language);
    await page.goto("/sign-in");
    await expect(page.getByRole("button").first()).toBeVisible();
    await expectNoViolation(page, "/sign-in");
    const administrator = await restOfficer(request, ADMINISTRATOR);
    const user_name = `barrier.${language}.${Date.now().toString(36)}`;
    const person = await administrator.send("/persons", { user_name, name_en: "A", name_ur: "ا", language });
    const { url_path } = await administrator.send<{ url_path: string }>(
      `/persons/${person.id}/set-up-link`,
      {},
      person.version,
    );
    await page.goto(url_path);
    await expect(page.getByLabel(wordsOf(language)("session.newPassword"), { exact: true })).toBeVisible();
    await expectNoViolation(page, "/set-up");
    await page.goto("/set-up#unknown");
    await page.reload();
    await expect(page.getByRole("alert")).toBeVisible();
    await expectNoViolation(page, "/set-up, with a link that is no good");
    await page.goto("/change-password");
    await expectNoViolation(page, "/change-password");
  });
}
