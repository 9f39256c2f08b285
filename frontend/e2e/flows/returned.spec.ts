import { expect } from "@playwright/test";
import { expectNoViolation } from "../axe";
import { draftOnFile, issue } from "../drafting";
import { CLERK, LANGUAGES, type Officer, signIn } from "../office";
import { expectSaid, newCorner } from "../organisation";
import { test } from "../test";

const OUTSIDE = [
  { kind: "outside", sort: "body", name: "The Accountant General, Punjab", lines: ["Lahore"] },
  { kind: "outside", sort: "body", name: "The Chief Engineer, Irrigation", lines: ["Multan"] },
];

/** The dispatches of an issue, as the registry has them. */
const rowsOf = ({ page }: Officer, number: string) => page.getByRole("listitem").filter({ hasText: number });

const openDispatches = ({ page }: Officer, number: string) =>
  page.goto(`/registry/dispatch?text=${encodeURIComponent(number)}`);

for (const language of LANGUAGES) {
  test(`what comes back is sent again on another way; several labels are printed (${language})`, async ({
    browser,
    request,
  }) => {
    const drafted = await draftOnFile(request, "Returned", (content) => ({
      ...content,
      addressees: OUTSIDE,
    }));
    const number = await issue(request, drafted);
    const registry = await signIn(browser, CLERK, language);
    const { page, say } = registry;
    await openDispatches(registry, number);
    const rows = rowsOf(registry, number);
    await expect(rows).toHaveCount(2);

    for (const row of await rows.all()) await row.getByRole("checkbox").check();
    await page.getByRole("button", { name: /^2 / }).click();
    // In the order of the list, the last one first.
    await expect(page.locator(".label")).toContainText(["The Chief Engineer", "The Accountant General"]);
    await expectNoViolation(page, "several labels");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: say("dispatch.choose.none"), exact: true }).click();
    for (const row of await rows.all()) await expect(row.getByRole("checkbox")).not.toBeChecked();

    const row = rows.filter({ hasText: "The Chief Engineer" });
    const press = (id: string) => page.getByRole("button", { name: say(id), exact: true }).click();
    const act = (id: string) => row.getByRole("button", { name: say(id), exact: true });
    await act("dispatch.act.dispatch").click();
    await press("dispatch.send.do");
    await expectSaid(page, say("dispatch.done.dispatch"));

    await act("dispatch.act.return").click();
    const dialog = page.getByRole("dialog");
    await press("dispatch.send.do");
    const reason = dialog.getByLabel(say("dispatch.return.reason"));
    await expect(reason).toHaveAccessibleDescription(new RegExp(say("dispatch.return.say")));
    const day = dialog.getByLabel(say("dispatch.return.on"));
    // The office's day, which this machine's may not be.
    const today = await day.inputValue();
    await day.fill("2020-01-01");
    await reason.fill("House locked");
    await press("dispatch.send.do");
    await expect(day).toHaveAttribute("aria-invalid", "true");
    await day.fill(today);
    await expectNoViolation(page, "what came back");
    await press("dispatch.send.do");
    await expectSaid(page, say("dispatch.done.return"));
    await expect(row).toContainText(say("dispatch.state.returned"));
    await expect(row).toContainText("House locked");

    await act("dispatch.act.dispatch").click();
    await dialog.getByLabel(say("dispatch.channel"), { exact: true }).selectOption("hand");
    await dialog.getByLabel(say("dispatch.peonBook")).fill("PB-44");
    await press("dispatch.send.do");
    await expect(row).toContainText("PB-44");
    await expect(row).toContainText(say("dispatch.state.dispatched"));
    await expect(rows.filter({ hasText: "The Accountant General" })).toContainText(
      say("dispatch.state.waiting"),
    );
  });

  test(`what is closely held shows the registry neither subject nor document (${language})`, async ({
    browser,
    request,
  }) => {
    const drafted = await draftOnFile(
      request,
      "Held",
      (content) => ({ ...content, classification: "confidential" }),
      "confidential",
    );
    const number = await issue(request, drafted);
    const registry = await signIn(browser, CLERK, language);
    const { page, say } = registry;
    await openDispatches(registry, number);
    const row = rowsOf(registry, number);
    await expect(row).toContainText(say("dispatch.held"));
    await expect(row).not.toContainText(drafted.subject);
    await expect(row.getByRole("button", { name: say("dispatch.envelope"), exact: true })).toHaveCount(0);
    await expect(row.getByRole("button", { name: say("dispatch.act.dispatch"), exact: true })).toBeVisible();
    await expectNoViolation(page, "closely held");
  });

  test(`what cannot be delivered says why, and is tried again (${language})`, async ({
    browser,
    request,
  }) => {
    const corner = await newCorner(request);
    const unit = await corner.newUnit("Lonely");
    const drafted = await draftOnFile(
      request,
      "Undelivered",
      (content) => ({
        ...content,
        form: "office_memorandum",
        classification: "confidential",
        addressees: [{ kind: "unit", unit: unit.id }],
      }),
      "confidential",
    );
    const number = await issue(request, drafted);
    const registry = await signIn(browser, CLERK, language);
    const { page, say } = registry;
    const row = rowsOf(registry, number);
    const state = (id: string) =>
      expect(async () => {
        await openDispatches(registry, number);
        await expect(row).toContainText(say(id), { timeout: 5_000 });
      }).toPass();
    await state("dispatch.state.failed");
    await expect(row).toContainText(say("dispatch.failure.no_registry"));
    await expectNoViolation(page, "what was not delivered");

    const made = await corner.administrator.send("/units", {
      parent_id: unit.id,
      kind: "registry",
      code: `RI-${corner.run}`,
      name_en: `R&I ${corner.run}`,
      name_ur: `شعبہ وصول ${corner.run}`,
    });
    await corner.newPost(made, "Clerk", { roles: ["registry"], grade: 11 });
    await corner.newPost(unit, "Chief");
    await row.getByRole("button", { name: say("dispatch.act.retry"), exact: true }).click();
    await expectSaid(page, say("dispatch.done.retry"));
    await state("dispatch.state.delivered");
  });
}
