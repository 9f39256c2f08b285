import { type APIRequestContext, expect } from "@playwright/test";
import { expectNoViolation } from "../axe";
import { LANGUAGES, SECTION_OFFICER, signIn, subjectOf } from "../office";
import { newFile, restOfficer } from "../rest";
import { test } from "../test";

/** Somebody signs a note and closes the file. */
async function signedActs(request: APIRequestContext) {
  const officer = await restOfficer(request, SECTION_OFFICER);
  const subject = subjectOf("Signed");
  const file = await newFile(officer, subject);
  const version = async () => (await officer.get<{ version: number }>(`/files/${file.id}`)).version;
  const paragraphs = [{ dir: "auto", spans: [{ text: "Seen." }] }];
  const note = { kind: "note", body: { paragraphs } };
  const { entry } = await officer.send<{ entry: string }>(`/files/${file.id}/notes`, note, await version());
  await officer.send(`/files/${file.id}/closure`, {}, await version());
  return { file, subject, entry };
}

for (const language of LANGUAGES) {
  test(`an officer sees what he has signed, from the ledger (${language})`, async ({ browser, request }) => {
    const { file, subject, entry } = await signedActs(request);
    const { page, say } = await signIn(browser, SECTION_OFFICER, language);
    await page.goto("/account");
    await page.getByRole("link", { name: say("signed.open"), exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: say("signed.title") })).toBeVisible();
    const lines = page.getByRole("main").getByRole("listitem").filter({ hasText: subject });
    await expect(lines).toHaveCount(2);
    await expect(lines.first()).toContainText(say("ledger.kind.file_closed"));
    const note = lines.last();
    await expect(note).toContainText(say("ledger.kind.note_submitted"));
    await expect(note).toContainText("1/N");
    await expect(note).toContainText(say("signature.key.password"));
    await note.getByText(say("signed.receipt"), { exact: true }).click();
    await expect(note).toContainText(entry);
    await expectNoViolation(page, "what I signed");
    await note.getByRole("link", { name: file.number ?? "" }).click();
    await expect(page).toHaveURL(new RegExp(`/files/${file.id}\\?note=1`));
  });
}

test("what was altered, and what an officer cannot see any more, is told in his list", async ({
  browser,
  request,
}) => {
  const { subject } = await signedActs(request);
  const { page, say } = await signIn(browser, SECTION_OFFICER, "en");
  await page.route(/\/me\/signatures/, async (route) => {
    const answer = await route.fetch();
    const list = await answer.json();
    list.items[0].state = "invalid";
    list.items[1].revoked_at = "2026-03-03T06:20:15Z";
    list.items[1].file = null;
    await route.fulfill({ response: answer, json: list });
  });
  await page.goto("/account?view=signed");
  const lines = page.getByRole("main").getByRole("listitem");
  await expect(lines.filter({ hasText: subject })).toContainText(say("signature.invalid"));
  await expect(lines.nth(1)).toContainText(say("signed.file.gone"));
  await expect(lines.nth(1)).toContainText("3 Mar 2026");
});
