import { type APIRequestContext, type Browser, expect, type Locator, type Page } from "@playwright/test";
import {
  CLERK,
  choosePost,
  type Language,
  LETTER,
  type Officer,
  SECTION_OFFICER,
  signIn,
  subjectOf,
} from "./office";
import { newFile, restOfficer } from "./rest";

const PAPER = /\/receipts\/[0-9a-f-]{36}/;
const FILE = /\/files\/[0-9a-f-]{36}/;

/** The registry diarises a scanned letter and marks it to Section Officer (Budget-I); answers its address. */
export async function diarise({ page, say }: Officer, subject: string): Promise<string> {
  await page.goto("/registry/new");
  await page.setInputFiles('input[type="file"]', LETTER);
  await page.getByLabel(say("receipt.sender_name")).fill("Secretary Irrigation");
  await page.getByLabel(say("receipt.reference_number")).fill("SO(D)/IRR/2-14/2026");
  await page.getByLabel(say("paper.subject"), { exact: true }).fill(subject);
  // With its scan the form grows, and moves from under the hand.
  await expect(page.getByText(say("receipt.waiting"))).toBeHidden();
  await choosePost(page, say("receipt.mark.to"), "Section Officer (Budget-I)", /Budget-I\)|بجٹ اول/);
  await page.getByRole("button", { name: say("receipt.save"), exact: true }).click();
  await expect(page).toHaveURL(PAPER);
  return page.url();
}

/** The officer accepts the paper and opens a file for it, which is docketed at once; answers its address. */
export async function openFileFor({ page, say }: Officer, receipt: string): Promise<string> {
  await page.goto(receipt);
  await page.getByRole("button", { name: say("receipt.act.accept"), exact: true }).click();
  await expect(page.getByText(say("receipt.done.accept"))).toBeVisible();
  await page.getByRole("button", { name: say("receipt.act.file"), exact: true }).click();
  await page.getByRole("link", { name: say("receipt.file.new") }).click();
  await page.getByLabel(say("file.head"), { exact: true }).selectOption({ index: 1 });
  await page
    .getByRole("button", { name: say("file.open.do"), exact: true })
    .last()
    .click();
  await expect(page).toHaveURL(FILE);
  return page.url().split("?")[0] ?? "";
}

/** An officer on the page of a file that he has just opened. */
export async function signInOnNewFile(
  { browser, request }: { browser: Browser; request: APIRequestContext },
  title: string,
  language: Language = "en",
): Promise<Officer & { file: { id: string; version: number } }> {
  const file = await newFile(await restOfficer(request, SECTION_OFFICER), subjectOf(title));
  const officer = await signIn(browser, SECTION_OFFICER, language);
  await officer.page.goto(`/files/${file.id}`);
  return { ...officer, file };
}

/** A registry clerk who has typed the sender and the subject of a new paper. */
export async function beginDiarising(
  browser: Browser,
  title: string,
): Promise<Officer & { subject: string }> {
  const officer = await signIn(browser, CLERK, "en");
  const { page, say } = officer;
  const subject = subjectOf(title);
  await page.goto("/registry/new");
  await page.getByLabel(say("receipt.sender_name")).fill("Secretary Irrigation");
  await page.getByLabel(say("paper.subject"), { exact: true }).fill(subject);
  return { ...officer, subject };
}

/** A while later the connection is back: the page reads again what it shows. */
export async function comeBack(page: Page): Promise<void> {
  await page.evaluate(() => {
    const now = Date.now;
    Date.now = () => now() + 20_000;
    window.dispatchEvent(new Event("offline"));
    window.dispatchEvent(new Event("online"));
  });
}

/** Writes a note of the given paragraphs; the draft is saved before the next step. */
export async function write({ page, say }: Officer, paragraphs: string[]): Promise<void> {
  await page.getByRole("button", { name: say("note.write"), exact: true }).click();
  const text = page.getByRole("textbox", { name: say("note.editor.label") });
  await text.click();
  for (const [index, paragraph] of paragraphs.entries()) {
    if (index > 0) await page.keyboard.press("Enter");
    await page.keyboard.type(paragraph, { delay: 5 });
  }
  await expect(page.getByText(say("note.draft.saved"))).toBeVisible();
}

/** What asks for a signature: under a note, an order, an agreement, a return, a closing, an approval or an issue. */
export const signing = (
  { page, say }: Officer,
  what: "note" | "order" | "agreement" | "return" | "close" | "approve" | "issue",
): Locator => page.getByRole("dialog", { name: say(`sign.title.${what}`), exact: true });

/** Signs what is shown, with the key that the office keeps. */
export async function sign(officer: Officer, what: Parameters<typeof signing>[1]): Promise<void> {
  const dialog = signing(officer, what);
  await dialog.getByRole("button", { name: officer.say("sign.do"), exact: true }).click();
  await expect(dialog).toBeHidden();
}

/** Presses the button that acts and sends, signs what is signed, and waits for the confirmation. */
export async function send(officer: Officer, button: string): Promise<void> {
  const { page, say } = officer;
  if (!button.endsWith("_only")) {
    await expect(page.getByRole("combobox", { name: say("note.send.to") })).not.toHaveValue("");
  }
  await page.getByRole("button", { name: say(button), exact: true }).click();
  const [what] = /agree|order/.exec(button) ?? ["note"];
  if (button !== "note.send")
    await sign(officer, what === "agree" ? "agreement" : (what as "note" | "order"));
  await expect(page.getByRole("region", { name: say("note.sent"), exact: true })).toBeVisible();
}

/** The number under which a file or receipt stands in its heading. */
export async function numberOf(page: Page): Promise<string> {
  const number = await page.getByRole("heading", { level: 1 }).locator("bdi").first().textContent();
  return (number ?? "").trim();
}
