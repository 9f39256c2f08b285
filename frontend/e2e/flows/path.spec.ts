import { type APIRequestContext, type Browser, expect } from "@playwright/test";
import { expectNoViolation } from "../axe";
import { draftButton as button, expectSaved, letterText, typeInto } from "../drafting";
import { newOfficer } from "../factors";
import {
  CLERK,
  choosePost,
  DEPUTY_SECRETARY,
  LANGUAGES,
  type Language,
  type Officer,
  SECTION_OFFICER,
  signIn,
  subjectOf,
  wordsOf,
} from "../office";
import { expectSaid } from "../organisation";
import { mailTo } from "../relay";
import { type RestOfficer, restOfficer } from "../rest";
import { byPasskey } from "../signers";
import { squareCodes } from "../square";
import { diarise, numberOf, openFileFor, sign, signing, write } from "../steps";
import { test } from "../test";

const ENGLISH = "The release of the second instalment has been agreed to.";
const URDU = "دوسری قسط کے اجرا سے اتفاق کیا گیا ہے۔";
const OUTSIDE = "The Accountant General, Punjab";
const BY_MAIL = "The Auditor General of Pakistan";

/** Opens the dialog of a new addressee on one kind of them. */
async function addressee({ page, say }: Officer, kind: string) {
  await page.getByRole("button", { name: say("draft.addressees.add"), exact: true }).click();
  const dialog = page.getByRole("dialog", { name: say("draft.addressees.add"), exact: true });
  await dialog.getByLabel(say(`draft.addressee.${kind}`), { exact: true }).check();
  return dialog;
}

/** Adds somebody outside, with an address of e-mail or for the post. */
async function outside(officer: Officer, name: string, email = ""): Promise<void> {
  const { say } = officer;
  const dialog = await addressee(officer, "outside");
  await dialog.getByLabel(say("draft.outside.name"), { exact: true }).fill(name);
  await dialog.locator("#outside-lines").fill("The Mall\nLahore");
  if (email) await dialog.getByLabel(say("draft.outside.email")).fill(email);
  await dialog.getByRole("button", { name: say("draft.add"), exact: true }).click();
  await expect(dialog).toBeHidden();
}

/** A circular in both languages, to the Irrigation Department and to two outside; answers its address. */
async function draft(
  officer: Officer,
  file: string,
  subject: string,
  signatory: string,
  email: string,
): Promise<string> {
  const { page, say } = officer;
  await page.goto(`${file}?tab=drafts`);
  await button(officer, "draft.new").click();
  const choice = page.getByRole("dialog", { name: say("draft.new.title"), exact: true });
  await choice.getByRole("radio", { name: say("draft.form.circular"), exact: true }).check();
  await choice.getByRole("button", { name: say("draft.new.do"), exact: true }).click();
  await expect(page).toHaveURL(/\/drafts\/[0-9a-f-]{36}$/);
  await page.getByLabel(say("draft.languages.both"), { exact: true }).check();

  const dialog = await addressee(officer, "unit");
  const unit = dialog.getByRole("combobox", { name: say("draft.addressee.unit.label") });
  await unit.fill("Irrigation Department");
  await page
    .getByRole("option", { name: /Irrigation Department|محکمہ آبپاشی/ })
    .first()
    .click();
  await dialog.getByRole("button", { name: say("draft.add"), exact: true }).click();
  await expect(dialog).toBeHidden();
  await outside(officer, OUTSIDE);
  await outside(officer, BY_MAIL, email);

  await page.getByLabel(say("draft.subject.en"), { exact: true }).fill(subject);
  await page.getByLabel(say("draft.subject.ur"), { exact: true }).fill(`فنڈز کا اجرا ${subject}`);
  await typeInto(page, "en", ENGLISH);
  await typeInto(page, "ur", URDU);
  await page.getByLabel(say("draft.reply")).selectOption({ index: 1 });
  await choosePost(page, say("draft.signatory"), signatory, new RegExp(signatory));
  await expect(page.getByRole("region", { name: say("draft.obstacles") })).toBeHidden();
  await expectSaved(officer);
  await expectNoViolation(page, "the draft of the path");
  return new URL(page.url()).pathname;
}

/** Sends a file on, and nothing else. */
async function forward(from: RestOfficer, file: string, to: string): Promise<void> {
  const { version } = await from.get<{ version: number }>(file);
  await from.send(`${file}/movements`, { to_post_id: to, action: "for_approval" }, version);
}

/** Vets and approves what is on the page, in the browser. */
async function approve(deputy: Officer): Promise<void> {
  const { page, say } = deputy;
  await expect(letterText(page, "en")).toContainText(ENGLISH);
  await expect(letterText(page, "ur")).toContainText(URDU);
  await button(deputy, "draft.vet").click();
  const vet = page.getByRole("dialog", { name: say("draft.vet.title", { number: 1 }), exact: true });
  await vet.getByLabel(say("draft.vet.passed"), { exact: true }).check();
  await vet.getByRole("button", { name: say("draft.vet.do"), exact: true }).click();
  await expectSaid(page, say("draft.done.vetting"));
  await button(deputy, "draft.approve").click();
  await page
    .getByRole("dialog", { name: say("draft.approve.title", { number: 1 }), exact: true })
    .getByRole("button", { name: say("draft.approve.do"), exact: true })
    .click();
  await sign(deputy, "approve");
  await expect(page.getByText(say("draft.next.approved"))).toBeVisible();
}

/** Signs with his own passkey what goes out; answers its number, and the code that is printed on it. */
async function issue(signer: Officer): Promise<{ number: string; code: string }> {
  const { page, say } = signer;
  await button(signer, "draft.issue").click();
  await page
    .getByRole("dialog", { name: say("draft.issue"), exact: true })
    .getByRole("button", { name: say("draft.approve.do"), exact: true })
    .click();
  const sheet = signing(signer, "issue");
  await sheet.getByRole("button", { name: say("sign.do.passkey"), exact: true }).click();
  await expect(sheet).toBeHidden();
  await expect(page.getByText(say("draft.next.issued"))).toBeVisible();
  const issued = new URL(page.url()).pathname.split("/").pop();
  await page.getByRole("link", { name: say("draft.issued.copy"), exact: true }).click();
  const printed = page
    .locator(".textLayer")
    .filter({ hasText: /[0-9A-Z]{5}-[0-9A-Z]{5}/ })
    .first();
  await expect(printed).toBeAttached();
  const text = (await printed.textContent()) ?? "";
  const [, code] = /([0-9A-Z]{5}-[0-9A-Z]{5})/.exec(text) ?? [];
  const [, number] = /(\S+\/\d{4}-\S+?\/\d+)/.exec(text.replace(/[\u2066-\u2069]/g, "")) ?? [];
  expect(issued).toBeTruthy();
  return { number: number ?? "", code: code ?? "" };
}

/** The office copy of what a file's draft was issued as, and the address that the square code on its pages says. */
async function officeCopy(officer: RestOfficer, file: string): Promise<{ paper: Buffer; address: string }> {
  type Papers = { items: { direction: string; documents: { id: string; pages: number }[] }[] };
  const { items } = await officer.get<Papers>(`${file}/papers`);
  const copy = items.find((paper) => paper.direction === "outgoing")?.documents[0];
  const said: string[] = [];
  for (let page = 1; page <= (copy?.pages ?? 0); page += 1) {
    said.push(
      ...(await squareCodes(await officer.bytes(`/documents/${copy?.id}/pages/${page}/image?width=1600`))),
    );
  }
  expect(said).toHaveLength(1);
  return { paper: await officer.bytes(`/documents/${copy?.id}/content`), address: said[0] ?? "" };
}

/** Somebody without an account asks: by number and code, and by the square code as his phone reads it. */
async function verify(
  browser: Browser,
  language: Language,
  number: string,
  code: string,
  address: string,
): Promise<void> {
  const context = await browser.newContext({ locale: language === "ur" ? "ur-PK" : "en-GB" });
  await context.addInitScript((chosen) => localStorage.setItem("daftar.language", chosen), language);
  const page = await context.newPage();
  const say = wordsOf(language);
  await page.goto("/verify");
  await page.getByLabel(say("public.number"), { exact: true }).fill(number);
  await page.getByLabel(say("public.code"), { exact: true }).fill(code);
  await page.getByRole("button", { name: say("public.verify.do"), exact: true }).click();
  await expect(page.getByRole("heading", { name: say("public.worth.valid"), exact: true })).toBeVisible();
  await expectNoViolation(page, "the letter, verified by a stranger");
  await page.goto("/");
  await page.goto(address);
  await expect(page).toHaveURL(/\/verify\/[^/]+$/);
  await expect(page.getByRole("heading", { name: say("public.worth.valid"), exact: true })).toBeVisible();
  await expect(page.getByText(number).first()).toBeVisible();
  await context.close();
}

/** The paper that came in, on a file with a note, and whoever signs the answer. */
async function begin(
  { browser, request }: { browser: Browser; request: APIRequestContext },
  language: Language,
) {
  const subject = subjectOf("Second instalment");
  const office = await newOfficer(request, ["officer", "authenticator"]);
  const signer = await byPasskey(browser, office, language);
  const clerk = await signIn(browser, CLERK, language);
  const receipt = await diarise(clerk, subject);
  const officer = await signIn(browser, SECTION_OFFICER, language);
  const file = await openFileFor(officer, receipt);
  await write(officer, [language === "ur" ? URDU : ENGLISH]);
  await button(officer, "note.submit_only").click();
  await sign(officer, "note");
  return { subject, office, signer, clerk, officer, file };
}

for (const language of LANGUAGES) {
  test(`a paper comes in, and a signed, numbered letter goes out and is answered (${language})`, async ({
    browser,
    request,
  }) => {
    test.slow();
    const { subject, office, signer, clerk, officer, file } = await begin({ browser, request }, language);
    const email = `ag-${office.run}@example.org`;
    const drafted = await draft(officer, file, subject, `Officer ${office.run}`, email);

    const sender = await restOfficer(request, SECTION_OFFICER);
    const above = await restOfficer(request, DEPUTY_SECRETARY);
    const path = new URL(file).pathname;
    await forward(sender, path, above.post);
    const deputy = await signIn(browser, DEPUTY_SECRETARY, language);
    await deputy.page.goto(file);
    await expect(deputy.page.getByRole("article").first()).toBeVisible();
    await deputy.page.goto(drafted);
    await approve(deputy);

    const found = await above.get<{ items: { id: string }[] }>(`/posts?query=Officer%20${office.run}`);
    await forward(above, path, found.items[0]?.id ?? "");
    await signer.page.goto(path);
    await expect(signer.page.getByRole("article").first()).toBeVisible();
    await signer.page.goto(drafted);
    const { number, code } = await issue(signer);
    expect(number).toMatch(/\/1$/);

    // It lies in the other department's registry, diarised; outside it waits for the registry's envelope.
    const irrigation = await signIn(browser, "clerk.irrigation", language);
    await expect(async () => {
      await irrigation.page.goto(`/registry?query=${encodeURIComponent(number)}`);
      await expect(irrigation.page.getByText(subject).first()).toBeVisible({ timeout: 5_000 });
    }).toPass();
    await irrigation.page.getByRole("link").filter({ hasText: subject }).first().click();
    await expect(irrigation.page.getByText(irrigation.say("receipt.came.unchanged"))).toBeVisible();
    expect(await numberOf(irrigation.page)).toMatch(/IRR/);
    await expectNoViolation(irrigation.page, "the letter in the other registry");
    await clerk.page.goto(`/registry/dispatch?text=${encodeURIComponent(number)}`);
    const envelope = clerk.page
      .getByRole("listitem")
      .filter({ hasText: number })
      .filter({ hasText: OUTSIDE });
    await expect(envelope).toContainText(clerk.say("dispatch.state.waiting"));

    // Whoever has an address of e-mail has it from the mail server, as it was signed.
    const { paper, address } = await officeCopy(sender, path);
    const mail = await mailTo(email);
    expect(mail.text).toContain(number);
    expect(mail.text).toContain(address);
    expect(mail.papers.map((brought) => brought.equals(paper))).toEqual([true]);
    const mailed = clerk.page.getByRole("listitem").filter({ hasText: number }).filter({ hasText: BY_MAIL });
    await expect(async () => {
      await clerk.page.reload();
      await expect(mailed).toContainText(clerk.say("dispatch.state.dispatched"), { timeout: 5_000 });
    }).toPass();

    await verify(browser, language, number, code, address);

    // The answer names the number, and stands on both sides.
    await clerk.page.goto("/registry/new");
    await clerk.page.getByLabel(clerk.say("receipt.sender_name")).fill(OUTSIDE);
    await clerk.page.getByLabel(clerk.say("paper.subject"), { exact: true }).fill(`Re: ${subject}`);
    await clerk.page.getByLabel(clerk.say("receipt.in_reply_to_number")).fill(number);
    await choosePost(
      clerk.page,
      clerk.say("receipt.mark.to"),
      "Section Officer (Budget-I)",
      /Budget-I\)|بجٹ اول/,
    );
    await clerk.page.getByRole("button", { name: clerk.say("receipt.save"), exact: true }).click();
    await expect(clerk.page).toHaveURL(/\/receipts\//);
    const diary = await numberOf(clerk.page);
    await signer.page.goto(drafted);
    await expect(signer.page.getByRole("tabpanel").filter({ hasText: diary })).toBeVisible();
    await expectNoViolation(signer.page, "a letter with its answer");
    await officer.page.goto(clerk.page.url());
    await expect(officer.page.getByText(number).first()).toBeVisible();
  });
}
