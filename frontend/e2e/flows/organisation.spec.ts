import { type Browser, expect, type Page } from "@playwright/test";
import { ADMINISTRATOR, type Officer, SECTION_OFFICER, signIn, subjectOf, wordsOf } from "../office";
import { newFile, restOfficer } from "../rest";
import { send, write } from "../steps";
import { test } from "../test";

const say = wordsOf("en");
const PASSWORD = "monsoon ledger parchment kite";

/** Names that no other run has used. */
const unique = () => Math.random().toString(36).slice(2, 8);

async function openUnit({ page }: Officer, name: string): Promise<void> {
  await page.goto("/organisation");
  await page.getByLabel(say("organisation.find")).fill(name);
  await page.getByRole("link", { name }).first().click();
  await expect(page.getByRole("heading", { name, level: 2 })).toBeVisible();
}

async function createPost(administrator: Officer, title: string, code: string): Promise<void> {
  const { page } = administrator;
  await openUnit(administrator, "Budget Section I");
  await page.getByRole("button", { name: say("organisation.post.add"), exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(say("organisation.code")).fill(code);
  await dialog.getByLabel(say("organisation.titleEn")).fill(title);
  await dialog.getByLabel(say("organisation.titleUr")).fill(`تحقیقی افسر ${code}`);
  await dialog.getByRole("button", { name: say("organisation.post.add.go"), exact: true }).click();
  await expect(page.getByText(say("organisation.post.added"))).toBeVisible();
}

async function addPerson({ page }: Officer, name: string, userName: string): Promise<string> {
  await page.goto("/organisation/persons");
  await page.getByRole("button", { name: say("organisation.person.add"), exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(say("session.userName")).fill(userName);
  await dialog.getByLabel(say("organisation.nameEn")).fill(name);
  await dialog.getByLabel(say("organisation.nameUr")).fill("نیا اہلکار");
  await dialog.getByRole("button", { name: say("organisation.person.add.go"), exact: true }).click();
  await expect(page.getByText(say("organisation.person.added"))).toBeVisible();
  await page.getByLabel(say("organisation.person.find")).fill(userName);
  await expect(page.getByRole("button", { name: say("organisation.person.actions") })).toHaveCount(1);
  await page.getByRole("button", { name: say("organisation.person.actionsFor", { name }) }).click();
  await page.getByRole("menuitem", { name: say("organisation.link.issue") }).click();
  const link = await page.getByLabel(say("organisation.link"), { exact: true }).inputValue();
  await page.getByRole("button", { name: say("organisation.link.close"), exact: true }).click();
  return link;
}

/** The new person chooses a password by the link and is inside the office. */
async function setUp(browser: Browser, link: string): Promise<Page> {
  const context = await browser.newContext({ locale: "en-GB" });
  const page = await context.newPage();
  const { pathname, hash } = new URL(link);
  await page.goto(pathname + hash);
  await page.getByLabel(say("session.newPassword"), { exact: true }).fill(PASSWORD);
  await page.getByLabel(say("session.repeatPassword")).fill(PASSWORD);
  await page.getByRole("button", { name: say("session.setUp.go"), exact: true }).click();
  await expect(page.getByRole("banner")).toBeVisible();
  return page;
}

async function openPost(administrator: Officer, title: string) {
  await openUnit(administrator, "Budget Section I");
  await administrator.page.getByRole("link", { name: title }).click();
  return administrator.page.getByRole("dialog", { name: title });
}

async function choosePerson(page: Page, userName: string): Promise<void> {
  await page.getByRole("combobox", { name: say("organisation.person"), exact: true }).fill(userName);
  await page
    .getByRole("option", { name: userName })
    .or(page.getByRole("option").filter({ hasText: userName }))
    .first()
    .click();
}

test("a post is created, held, and handed over in mid-journey: the desk follows at once", async ({
  browser,
  request,
}) => {
  const run = unique();
  const title = `Research Officer ${run}`;
  const administrator = await signIn(browser, ADMINISTRATOR, "en");
  await createPost(administrator, title, `RO-${run}`.toUpperCase());
  const first = await setUp(browser, await addPerson(administrator, `First ${run}`, `first.${run}`));
  await expect(first.getByText(say("shell.noCharge"))).toBeVisible();
  const second = await setUp(browser, await addPerson(administrator, `Second ${run}`, `second.${run}`));

  const { page } = administrator;
  const post = await openPost(administrator, title);
  await post.getByRole("button", { name: say("organisation.appoint"), exact: true }).click();
  await choosePerson(page, `first.${run}`);
  await page.getByRole("button", { name: say("organisation.appoint.go"), exact: true }).click();
  await expect(page.getByText(say("organisation.appointed"))).toBeVisible();
  await first.reload();
  await expect(first.getByRole("heading", { name: say("desk.title") })).toBeVisible();

  // A file comes to the desk; its holder begins a note.
  const officer = await restOfficer(request, SECTION_OFFICER);
  const subject = subjectOf("Handed over");
  const file = await newFile(officer, subject);
  const { items } = await officer.get<{ items: { id: string }[] }>(`/posts?query=RO-${run}`);
  const sent = { to_post_id: items[0]?.id, action: "for_orders" };
  await officer.send(`/files/${file.id}/movements`, sent, file.version);
  await first.reload();
  await first.getByRole("link", { name: subject }).click();
  await expect(first.getByRole("button", { name: say("note.write"), exact: true })).toBeVisible();

  const held = await openPost(administrator, title);
  await held.getByRole("button", { name: say("organisation.transfer"), exact: true }).click();
  await choosePerson(page, `second.${run}`);
  await page.getByRole("button", { name: say("organisation.transfer.go"), exact: true }).click();
  await expect(page.getByText(say("organisation.transferred"))).toBeVisible();

  await first.goBack();
  await expect(first.getByText(say("shell.noCharge"))).toBeVisible();
  await second.reload();
  await expect(second.getByRole("heading", { name: say("desk.title") })).toBeVisible();
  await second.getByRole("link", { name: subject }).click();
  await write({ page: second, say }, ["Taken over, and examined."]);
  await send({ page: second, say }, "note.submit_only");
  await expect(second.getByRole("article")).toContainText("Taken over, and examined.");
  await expect(second.getByRole("article")).toContainText(`Second ${run}`);
});

test("a set-up link works once", async ({ browser }) => {
  const run = unique();
  const administrator = await signIn(browser, ADMINISTRATOR, "en");
  const link = await addPerson(administrator, `Once ${run}`, `once.${run}`);
  await setUp(browser, link);
  const { page } = administrator;
  const { pathname, hash } = new URL(link);
  await page.goto(pathname + hash);
  await expect(page.getByRole("alert")).toContainText("This link does not work any more.");
  await expect(page.getByRole("button", { name: say("ui.retry"), exact: true })).toBeHidden();
});

test("an import lists its wrong rows and changes nothing", async ({ browser }) => {
  const { page } = await signIn(browser, ADMINISTRATOR, "en");
  await page.goto("/organisation/import");
  await page.setViewportSize({ width: 390, height: 844 });
  const run = unique().toUpperCase();
  const table = [
    "code,parent_code,kind,name_en,name_ur,file_number_template",
    `A-${run},NO-SUCH-UNIT,section,Alpha,الف,`,
    `B-${run},NO-SUCH-UNIT,palace,Beta,ب,`,
  ].join("\n");
  await page
    .locator("input[type=file]")
    .first()
    .setInputFiles({ name: "units.csv", mimeType: "text/csv", buffer: Buffer.from(table) });
  await page.getByRole("button", { name: say("import.check"), exact: true }).click();
  await expect(page.getByRole("cell", { name: "parent_code" }).first()).toBeInViewport();
  await expect(page.getByRole("button", { name: say("import.apply"), exact: true })).toBeHidden();
});
