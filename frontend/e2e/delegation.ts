import { type APIRequestContext, type Browser, expect, type Page } from "@playwright/test";
import { type Language, type Officer, signIn, subjectOf } from "./office";
import { type Corner, newCorner } from "./organisation";
import { newFile, type RestOfficer, restOfficer } from "./rest";

const HOUR = 3_600_000;

/** A section of its own: an officer with a superior, and somebody without a post who is to assist him. */
export interface Section {
  corner: Corner;
  post: { id: string };
  officer: RestOfficer;
  officerName: string;
  assistantName: string;
  assistantId: string;
  superior: RestOfficer;
  superiorName: string;
}

export async function newSection(request: APIRequestContext): Promise<Section> {
  const corner = await newCorner(request);
  const unit = await corner.newUnit("Accounts");
  const chief = await corner.newPost(unit, "Deputy");
  const post = await corner.newPost(unit, "Officer", { reports_to: chief.id });
  const above = await corner.newPerson("Nadia", [chief]);
  const holder = await corner.newPerson("Bilal", [post]);
  const assistant = await corner.newPerson("Ayesha");
  const officer = await restOfficer(request, holder.userName);
  await officer.send(`/units/${unit.id}/heads`, { code: "1", title_en: "Budget", title_ur: "بجٹ" });
  return {
    corner,
    post,
    officer,
    officerName: holder.userName,
    assistantName: assistant.userName,
    assistantId: assistant.id,
    superior: await restOfficer(request, above.userName),
    superiorName: above.userName,
  };
}

/** The assistance begins at once, by default for a day. */
export const giveAssistance = ({ officer, assistantId }: Section, lasts = 24 * HOUR) =>
  officer.send("/delegations", {
    person_id: assistantId,
    until: new Date(Date.now() + lasts).toISOString(),
  });

/** A file of the section, on the officer's desk and opened by him. */
export const fileOf = ({ officer }: Section, title: string) => newFile(officer, subjectOf(title));

/** The assistant on the page of a file; answers what the server refused to him from then on. */
export async function assistantOn(
  browser: Browser,
  { assistantName }: Section,
  file: { id: string },
  language: Language = "en",
): Promise<Officer & { refusals: string[] }> {
  const assistant = await signIn(browser, assistantName, language);
  const refusals = refusalsOf(assistant.page);
  await assistant.page.goto(`/files/${file.id}`);
  return { ...assistant, refusals };
}

/** Requests of a page that were refused: a page asks for nothing that its reader may not do. */
export function refusalsOf(page: Page): string[] {
  const refused: string[] = [];
  page.on("response", (answer) => {
    if (answer.status() === 403) refused.push(`${answer.request().method()} ${answer.url()}`);
  });
  return refused;
}

/** Types into the assistant's draft; it is saved before the next step. */
export async function draftWords({ page, say }: Officer, words: string): Promise<void> {
  await page.getByRole("button", { name: say("delegation.draft.write"), exact: true }).click();
  await page.getByRole("textbox", { name: say("note.editor.label") }).click();
  await page.keyboard.type(words, { delay: 5 });
  await expect(page.getByText(say("note.draft.saved"))).toBeVisible();
}

/** Puts the draft up, and waits until it says so. */
export async function putUp({ page, say }: Officer): Promise<void> {
  await page
    .getByRole("button", { name: new RegExp(`^${say("delegation.putUp", { officer: ".+" })}$`) })
    .click();
  const told = page.getByText(say("delegation.putUp.change"));
  await expect(told).toBeVisible();
  // The button is gone, and the cursor is not lost.
  await expect(page.locator(":focus")).toContainText(say("delegation.putUp.change"));
}

/** On a phone nothing is cut off at the side, in either direction. */
export async function expectNoSideScroll(page: Page): Promise<void> {
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(over, page.url()).toBeLessThanOrEqual(0);
}
