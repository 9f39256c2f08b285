import { type APIRequestContext, type Browser, expect, type Locator, type Page } from "@playwright/test";
import { DEPUTY_SECRETARY, type Language, type Officer, SECTION_OFFICER, signIn, subjectOf } from "./office";
import { newFile, type RestOfficer, restOfficer } from "./rest";

/** A paragraph as the office keeps it. */
export const paragraph = (text: string) => ({
  type: "paragraph",
  numbered: true,
  align: "start",
  content: [{ text }],
});

/** What a draft says that lacks nothing, to somebody outside. */
export const ready = (subject: string, signatory: string) => ({
  form: "letter",
  languages: "en",
  classification: "restricted",
  priority: "routine",
  addressees: [{ kind: "outside", sort: "body", name: "The Accountant General, Punjab", lines: ["Lahore"] }],
  subject: { en: subject, ur: "" },
  text: {
    en: {
      blocks: [paragraph("I am directed to refer to your letter."), paragraph("The funds are released.")],
    },
    ur: { blocks: [] },
  },
  signatory,
});

export interface DraftedFile {
  file: { id: string; version: number; number: string | null };
  subject: string;
  sender: RestOfficer;
  draft: string;
}

/** A draft on a new file of Section Officer (Budget-I), by him. */
export async function draftOnFile(
  request: APIRequestContext,
  title: string,
  change: (content: ReturnType<typeof ready>) => object = (content) => content,
  classification = "restricted",
): Promise<DraftedFile> {
  const sender = await restOfficer(request, SECTION_OFFICER);
  const subject = subjectOf(title);
  const file = await newFile(sender, subject, classification);
  const content = change(ready(subject, sender.post));
  const { id } = await sender.send(`/files/${file.id}/communications`, { content });
  return { file, subject, sender, draft: id };
}

export const pathOf = ({ file, draft }: DraftedFile) => `/files/${file.id}/drafts/${draft}`;

/** Sends the file on, and lets its receiver open it. */
export async function sendTo(
  request: APIRequestContext,
  { file, sender }: DraftedFile,
  userName: string = DEPUTY_SECRETARY,
): Promise<RestOfficer> {
  const receiver = await restOfficer(request, userName);
  const now = await sender.get<{ version: number }>(`/files/${file.id}`);
  const body = { to_post_id: receiver.post, action: "for_approval" };
  const { version } = await sender.send(`/files/${file.id}/movements`, body, now.version);
  await receiver.send(`/files/${file.id}/opening`, {}, version);
  return receiver;
}

/** The deputy sends the file back to the section officer, who opens it. */
export async function sendBack(deputy: RestOfficer, { file, sender }: DraftedFile): Promise<void> {
  const now = await deputy.get<{ version: number }>(`/files/${file.id}`);
  const body = { to_post_id: sender.post, action: "for_necessary_action" };
  const { version } = await deputy.send(`/files/${file.id}/movements`, body, now.version);
  await sender.send(`/files/${file.id}/opening`, {}, version);
}

/** The deputy approves the draft, its section officer issues it; answers the number. Both sign with their passwords. */
export async function issue(request: APIRequestContext, drafted: DraftedFile): Promise<string> {
  const deputy = await sendTo(request, drafted);
  const path = `/communications/${drafted.draft}`;
  const version = async () => (await drafted.sender.get<{ version: number }>(path)).version;
  await deputy.send(`${path}/approval`, { text_number: 1 }, await version());
  await sendBack(deputy, drafted);
  await drafted.sender.send(`${path}/issue`, {}, await version());
  return (await drafted.sender.get<{ issue: { number: string } }>(path)).issue.number;
}

/** Signs in before the draft. */
export async function signInOnDraft(
  browser: Browser,
  userName: string,
  drafted: DraftedFile,
  language: Language = "en",
): Promise<Officer> {
  const officer = await signIn(browser, userName, language);
  await officer.page.goto(pathOf(drafted));
  await expect(officer.page.getByRole("heading", { level: 1 })).toBeVisible();
  return officer;
}

export const letterText = (page: Page, language: Language): Locator =>
  page.locator(`#draft-text .letter-text[lang="${language}"]`);

/** Everything that was typed is with the office. */
export async function expectSaved({ page, say }: Officer): Promise<void> {
  const told = new RegExp(say("draft.saved", { time: "\\d\\d:\\d\\d" }));
  await expect(page.getByRole("status").filter({ hasText: told })).toBeVisible();
}

/** Types at the end of a text. */
export async function typeInto(page: Page, language: Language, words: string): Promise<void> {
  await letterText(page, language).click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(words, { delay: 5 });
}

/** A button by the id of its words. */
export const draftButton = ({ page, say }: Officer, id: string): Locator =>
  page.getByRole("button", { name: say(id), exact: true });
