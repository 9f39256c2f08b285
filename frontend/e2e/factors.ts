import { createHmac } from "node:crypto";
import { type APIRequestContext, type Browser, expect, type Page } from "@playwright/test";
import { expectNoViolation } from "./axe";
import { type Language, type Officer, PASSWORD, type Words, wordsOf } from "./office";
import { type Corner, newCorner } from "./organisation";

const BASE = process.env.DAFTAR_BASE_URL ?? "http://127.0.0.1:8080";

/** The office under the name of the machine for itself: browsers make passkeys for names only. */
export const NAMED = BASE.replace("127.0.0.1", "localhost");

const STEP = 30_000;
const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

function base32(text: string): Buffer {
  const bits = [...text].map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, "0")).join("");
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

/** What an authenticator app shows (RFC 6238): now, or some steps of half a minute later. */
export function codeOf(secret: string, stepsLater = 0): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / STEP) + stepsLater));
  const digest = createHmac("sha1", base32(secret.replaceAll(" ", "")))
    .update(counter)
    .digest();
  const offset = (digest.at(-1) ?? 0) & 15;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

/** A browser of its own, on the sign-in page. */
export async function atTheDoor(
  browser: Browser,
  language: Language = "en",
  baseURL = BASE,
): Promise<Officer> {
  const context = await browser.newContext({ baseURL, locale: language === "ur" ? "ur-PK" : "en-GB" });
  await context.addInitScript((chosen) => localStorage.setItem("daftar.language", chosen), language);
  const page = await context.newPage();
  await page.goto("/sign-in");
  return { page, say: wordsOf(language) };
}

/** Gives name and password. */
export async function givePassword({ page, say }: Officer, userName: string): Promise<void> {
  await page.getByLabel(say("session.userName")).fill(userName);
  await page.getByLabel(say("session.password"), { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: say("session.signIn"), exact: true }).click();
}

export async function expectInside(page: Page): Promise<void> {
  await expect(page).not.toHaveURL(/sign-in/);
  await expect(page.getByRole("banner")).toBeVisible();
}

export async function signOut({ page, say }: Officer): Promise<void> {
  await page.goto("/account");
  await page.getByRole("button", { name: say("session.signOut"), exact: true }).click();
  await expect(page).toHaveURL(/sign-in$/);
}

/** A device with a finger that is always there. */
export async function addAuthenticator(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

/** Goes through the set-up of a phone from where its button stands; answers the secret and the codes on paper. */
export async function setUpPhone(
  page: Page,
  say: Words,
  done: string,
): Promise<{ secret: string; codes: string[] }> {
  await page.getByRole("button", { name: say("factor.totp.begin"), exact: true }).click();
  await expect(page.getByRole("img", { name: say("factor.totp.picture") })).toBeVisible();
  const secret = (await page.getByText(/^(?:[A-Z2-7]{4} ){7}[A-Z2-7]{4}$/).textContent()) ?? "";
  await page.getByLabel(say("factor.code")).fill(codeOf(secret));
  const list = page.getByRole("list", { name: say("factor.codes.title") });
  await expect(list.getByRole("listitem")).toHaveCount(10);
  const codes = await list.getByRole("listitem").allTextContents();
  await page.getByRole("button", { name: done, exact: true }).click();
  await expect(page.getByRole("alert")).toContainText(say("factor.codes.first"));
  await page.getByLabel(say("factor.codes.kept")).check();
  await page.getByRole("button", { name: done, exact: true }).click();
  await expect(list).toHaveCount(0);
  return { secret, codes };
}

/** Makes a passkey on the account page; it waits for its approval. */
export async function addPasskey({ page, say }: Officer, name: string): Promise<void> {
  await page.goto("/account");
  await page.getByRole("button", { name: say("passkey.add"), exact: true }).click();
  const dialog = page.getByRole("dialog", { name: say("passkey.add"), exact: true });
  await expectNoViolation(page, "a new passkey");
  await dialog.getByLabel(say("passkey.name")).fill(name);
  await dialog.getByRole("button", { name: say("passkey.add.do"), exact: true }).click();
  await expect(dialog).toBeHidden();
}

/** A second person approves the passkey that somebody of the corner has made. */
export async function approvePasskey({ administrator, run }: Corner): Promise<void> {
  const { items } = await administrator.get<{
    items: { id: string; version: number; person: { name_en: string } }[];
  }>("/passkeys?state=pending&limit=200");
  const made = items.find(({ person }) => person.name_en.includes(run));
  await administrator.send(`/passkeys/${made?.id}/approval`, {}, made?.version);
}

/** An officer whom no other journey meets. */
export async function newOfficer(
  request: APIRequestContext,
  roles = ["officer"],
): Promise<Corner & { userName: string }> {
  const corner = await newCorner(request);
  const post = await corner.newPost(await corner.newUnit("Factors"), "Officer", { roles });
  const { userName } = await corner.newPerson("Farida", [post]);
  return { ...corner, userName };
}

interface Enrolled {
  secret: string;
  /** Ends all sessions of the person, wherever they are. */
  endSessions: () => Promise<void>;
}

/** Sets up a phone in a session elsewhere. */
export async function enrolElsewhere(request: APIRequestContext, userName: string): Promise<Enrolled> {
  const session = await request.post("/api/v1/session", {
    data: { user_name: userName, password: PASSWORD },
  });
  const headers = { Authorization: `Bearer ${(await session.json()).access_token}` };
  const { secret } = await (await request.post("/api/v1/me/totp", { headers })).json();
  const confirmed = await request.put("/api/v1/me/totp", { headers, data: { code: codeOf(secret) } });
  expect(confirmed.status()).toBe(200);
  return {
    secret,
    endSessions: async () => {
      expect((await request.delete("/api/v1/sessions", { headers })).status()).toBe(204);
    },
  };
}
