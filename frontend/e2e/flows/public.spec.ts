import { type APIRequestContext, type Browser, expect, type Page } from "@playwright/test";
import { expectNoViolation } from "../axe";
import { expectNoSideScroll } from "../delegation";
import {
  draftButton as button,
  type DraftedFile,
  draftOnFile,
  pathOf,
  ready,
  sendBack,
  sendTo,
  signInOnDraft,
} from "../drafting";
import {
  CLERK,
  DEPUTY_SECRETARY,
  LANGUAGES,
  type Language,
  PASSWORD,
  SECTION_OFFICER,
  signIn,
  subjectOf,
  type Words,
  wordsOf,
} from "../office";
import { restOfficer } from "../rest";
import { test } from "../test";

const PHONE = { width: 390, height: 844 };

interface Visitor {
  page: Page;
  say: Words;
}

/** Somebody without an account, at his own browser; `shown` collects what it sends. */
async function visitor(browser: Browser, language: Language, path: string): Promise<Visitor> {
  const context = await browser.newContext({
    locale: language === "ur" ? "ur-PK" : "en-GB",
    viewport: PHONE,
  });
  await context.addInitScript((chosen) => localStorage.setItem("daftar.language", chosen), language);
  const page = await context.newPage();
  await page.goto(path);
  return { page, say: wordsOf(language) };
}

const pressNote = (content: ReturnType<typeof ready>) => ({
  ...content,
  form: "press_note",
  classification: "unclassified",
  addressees: [],
});

interface IssuedNote extends DraftedFile {
  number: string;
  issue: string;
}

/** Approves and issues a draft of the section officer's. */
async function issueIt(request: APIRequestContext, drafted: DraftedFile): Promise<IssuedNote> {
  const deputy = await sendTo(request, drafted, DEPUTY_SECRETARY);
  const at = async () => (await deputy.get<{ version: number }>(`/communications/${drafted.draft}`)).version;
  await deputy.send(`/communications/${drafted.draft}/approval`, { text_number: 1 }, await at());
  await sendBack(deputy, drafted);
  const { number } = await drafted.sender.send(`/communications/${drafted.draft}/issue`, {}, await at());
  const { issue } = await drafted.sender.get<{ issue: { id: string } }>(`/communications/${drafted.draft}`);
  return { ...drafted, number: number ?? "", issue: issue.id };
}

const issuedNote = async (request: APIRequestContext, title: string): Promise<IssuedNote> =>
  issueIt(request, await draftOnFile(request, title, pressNote));

/** The code as whoever holds the print reads it: from the office copy. */
async function codeOf(browser: Browser, note: IssuedNote): Promise<string> {
  const { page } = await signIn(browser, SECTION_OFFICER, "en");
  await page.goto(`/files/${note.file.id}?tab=papers`);
  const printed = page
    .locator(".textLayer")
    .filter({ hasText: /[0-9A-Z]{5}-[0-9A-Z]{5}/ })
    .first();
  await expect(printed).toBeAttached();
  const [, code] = /Code:[^0-9A-Z]*([0-9A-Z]{5}-[0-9A-Z]{5})/.exec((await printed.textContent()) ?? "") ?? [];
  await page.context().close();
  return code ?? "";
}

async function ask({ page, say }: Visitor, number: string, code: string, action: string): Promise<void> {
  await page.getByLabel(say("public.number"), { exact: true }).fill(number);
  await page.getByLabel(say("public.code"), { exact: true }).fill(code);
  await page.getByRole("button", { name: say(action), exact: true }).click();
}

const verdict = ({ page, say }: Visitor, id: string) =>
  page.getByRole("heading", { level: 2, name: say(id), exact: true });

for (const language of LANGUAGES) {
  test(`anybody verifies a document and his copy of it (${language})`, async ({ browser, request }) => {
    const note = await issuedNote(request, "Verified");
    const code = await codeOf(browser, note);
    const reader = await visitor(browser, language, "/sign-in");
    const { page, say } = reader;
    await page.getByRole("link", { name: say("public.verify.link"), exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: say("public.verify.title") })).toBeVisible();
    await expectNoViolation(page, "the page that verifies");

    await ask(reader, note.number, "00000-00000", "public.verify.do");
    await expect(verdict(reader, "public.verify.unknown")).toBeFocused();
    await expectNoViolation(page, "no such document");
    await ask(reader, note.number, code.toLowerCase(), "public.verify.do");
    await expect(verdict(reader, "public.worth.valid")).toBeFocused();
    await expect(page.getByText(note.subject)).toBeVisible();
    await expect(page.getByText(say("draft.form.press_note"), { exact: true })).toBeVisible();
    await expectNoSideScroll(page);
    await expectNoViolation(page, "a valid document");
    // Neither number nor code stands in the address.
    expect(page.url()).toMatch(/\/verify$/);

    const path = await page
      .getByRole("link", { name: say("public.download"), exact: true })
      .getAttribute("href");
    const bytes = await (await request.get(path ?? "")).body();
    // From here on nothing leaves the browser.
    const sent: string[] = [];
    page.on("request", (one) => sent.push(one.url()));
    const chosen = page.getByLabel(say("public.check.choose"));
    const mimeType = "application/pdf";
    await chosen.setInputFiles({ name: "mine.pdf", mimeType, buffer: bytes });
    await expect(verdict(reader, "public.check.same")).toBeFocused();
    const changed = Buffer.from(bytes);
    changed[600] = (changed[600] ?? 0) ^ 1;
    await chosen.setInputFiles({ name: "changed.pdf", mimeType, buffer: changed });
    await expect(verdict(reader, "public.check.other")).toBeFocused();
    await expectNoViolation(page, "another file");
    expect(sent).toEqual([]);

    // The square code leads to the same, for whoever has no cookie and no account.
    const token = /issues\/(\w+)\/document/.exec(path ?? "")?.[1];
    await page.goto(`/verify/${token}`);
    await expect(verdict(reader, "public.worth.valid")).toBeVisible();
    await page.goto("/verify/0000");
    await expect(verdict(reader, "public.verify.unknown")).toBeVisible();
    await page.getByRole("link", { name: say("public.verify.type"), exact: true }).click();
    await expect(page.getByLabel(say("public.code"), { exact: true })).toBeVisible();
    expect(await page.context().cookies()).toEqual([]);
  });
}

test("a document is superseded from its page, and both say so", async ({ browser, request }) => {
  const note = await issuedNote(request, "Superseded");
  const code = await codeOf(browser, note);
  const officer = await signInOnDraft(browser, SECTION_OFFICER, note);
  const { page, say } = officer;
  await expect(page.getByText(say("dispatch.nobody"))).toBeVisible();
  await button(officer, "draft.amend").click();
  await page.getByRole("menuitem", { name: say("draft.amend.supersession"), exact: true }).click();
  const dialog = page.getByRole("dialog", { name: say("draft.amend.supersession"), exact: true });
  await expect(dialog.getByRole("radio", { name: say("draft.form.press_note"), exact: true })).toBeChecked();
  await expectNoViolation(page, "superseding");
  await dialog.getByRole("button", { name: say("draft.new.do"), exact: true }).click();
  await expect(page.getByText(say("draft.amends.will"))).toContainText(note.number);
  await expect(page).not.toHaveURL(new RegExp(note.draft));
  await expectNoViolation(page, "a draft that supersedes");
  const draft = page.url().split("/").pop() ?? "";
  const path = `/communications/${draft}`;
  const { content, version } = await note.sender.get<{ content: ReturnType<typeof ready>; version: number }>(
    path,
  );
  expect(content.subject.en).toBe(note.subject);
  // Its words are its own; they are written here by another way, and it is approved and issued.
  const text = ready("", "").text;
  await request.put(`/api/v1${path}/content`, {
    data: { content: { ...content, text } },
    headers: await headersOf(request, version),
  });
  const next = await issueIt(request, { ...note, draft });

  await page.goto(pathOf({ ...note, draft }));
  await expect(page.getByText(say("draft.amends.did"))).toContainText(note.number);
  await page.getByRole("link", { name: note.number, exact: true }).click();
  await expect(page.getByText(say("draft.status.superseded"))).toBeVisible();
  await expect(page.getByRole("link", { name: next.number, exact: true })).toBeVisible();
  await expect(button(officer, "draft.amend")).toHaveCount(0);
  await expectNoViolation(page, "superseded");

  const reader = await visitor(browser, "en", "/verify");
  await ask(reader, note.number, code, "public.verify.do");
  await expect(verdict(reader, "public.worth.superseded")).toBeFocused();
  await expect(reader.page.getByText(next.number)).toBeVisible();
  await expectNoViolation(reader.page, "a superseded document");
});

/** The section officer's headers for a change. */
async function headersOf(request: APIRequestContext, version: number) {
  const data = { user_name: SECTION_OFFICER, password: PASSWORD };
  const { access_token } = await (await request.post("/api/v1/session", { data })).json();
  return { Authorization: `Bearer ${access_token}`, "If-Match": `"${version}"` };
}

for (const language of LANGUAGES) {
  test(`whoever sent a paper follows it with his acknowledgement (${language})`, async ({
    browser,
    request,
  }) => {
    const registry = await restOfficer(request, CLERK);
    const subject = subjectOf("Followed");
    const received_on = new Date().toISOString().slice(0, 10);
    const { id } = await registry.send("/receipts", {
      received_on,
      mode: "post",
      sender_name: "Muhammad Aslam",
      subject,
      language: "en",
      classification: "unclassified",
      priority: "routine",
      document_ids: [],
    });
    const clerk = await signIn(browser, CLERK, language);
    await clerk.page.goto(`/receipts/${id}`);
    await clerk.page.getByRole("button", { name: clerk.say("receipt.slip.open"), exact: true }).click();
    const dialog = clerk.page.getByRole("dialog", { name: clerk.say("receipt.slip.title"), exact: true });
    await expect(dialog).toContainText(subject);
    await expectNoViolation(clerk.page, "the acknowledgement");
    const receipt = await registry.get<{ diary_number: string; tracking_code: string; version: number }>(
      `/receipts/${id}`,
    );
    await expect(dialog).toContainText(receipt.tracking_code);
    // On paper there is the slip and nothing else.
    await clerk.page.emulateMedia({ media: "print" });
    await expect(dialog.getByText(receipt.diary_number)).toBeVisible();
    await expect(clerk.page.locator("#root")).toBeHidden();
    await expect(dialog.getByRole("button").filter({ visible: true })).toHaveCount(0);

    const sender = await visitor(browser, language, "/sign-in");
    const { page, say } = sender;
    await page.getByRole("link", { name: say("public.track.link"), exact: true }).click();
    await ask(sender, receipt.diary_number, "AAAAA-AAAAA", "public.track.do");
    await expect(verdict(sender, "public.track.unknown")).toBeFocused();
    await ask(sender, receipt.diary_number, receipt.tracking_code, "public.track.do");
    await expect(verdict(sender, "public.track.considered")).toBeFocused();
    await expectNoSideScroll(page);
    await expectNoViolation(page, "a paper under consideration");
    await registry.send(`/receipts/${id}/disposal`, { reason: "no_action_needed" }, receipt.version);
    await page.getByRole("button", { name: say("public.track.do"), exact: true }).click();
    await expect(verdict(sender, "public.track.closed")).toBeVisible();
    await expect(page.getByText(subject)).toHaveCount(0);
  });
}
