import { type APIRequestContext, type Browser, expect } from "@playwright/test";
import {
  addAuthenticator,
  addPasskey,
  approvePasskey,
  atTheDoor,
  expectInside,
  givePassword,
  NAMED,
  newOfficer,
  signOut,
} from "./factors";
import { type Language, type Officer, SECTION_OFFICER, subjectOf } from "./office";
import { newFile, restOfficer } from "./rest";

type Fixtures = { browser: Browser; request: APIRequestContext };

/** A new officer who has a file on his desk, and has not signed in yet. */
export async function withFile({ request }: Pick<Fixtures, "request">, title: string) {
  const office = await newOfficer(request);
  const { post } = await restOfficer(request, office.userName);
  const sender = await restOfficer(request, SECTION_OFFICER);
  const file = await newFile(sender, subjectOf(title));
  await sender.send(`/files/${file.id}/movements`, { to_post_id: post, action: "for_orders" }, file.version);
  return { ...office, file: file.id };
}

/** An officer who has signed in with his passkey, before a file on his desk. */
export async function withPasskey({ browser, request }: Fixtures, title: string, language: Language = "en") {
  const office = await withFile({ request }, title);
  const officer = await byPasskey(browser, office, language);
  await officer.page.goto(`/files/${office.file}`);
  return { ...officer, ...office };
}

/** A new officer who has signed in with his passkey. */
export async function byPasskey(
  browser: Browser,
  office: Awaited<ReturnType<typeof newOfficer>>,
  language: Language,
): Promise<Officer> {
  const officer = await atTheDoor(browser, language, NAMED);
  const { page, say } = officer;
  await addAuthenticator(page);
  await givePassword(officer, office.userName);
  await expectInside(page);
  await addPasskey(officer, "Office laptop");
  await approvePasskey(office);
  await signOut(officer);
  await page.getByRole("button", { name: say("passkey.signIn"), exact: true }).click();
  await expectInside(page);
  return officer;
}

/** Presses what ends in a signature. */
export const submit = ({ page, say }: Officer, button = "note.submit_only") =>
  page.getByRole("button", { name: say(button), exact: true }).click();

/** The page says what became permanent. */
export const expectDone = ({ page, say }: Officer) =>
  expect(page.getByRole("region", { name: say("note.sent"), exact: true })).toBeVisible();
