import { expect, type Page } from "@playwright/test";
import { expectNoViolation } from "../axe";
import { expectNoSideScroll } from "../delegation";
import { draftOnFile, issue, signInOnDraft } from "../drafting";
import { CLERK, LANGUAGES, type Language, SECTION_OFFICER, signIn } from "../office";
import { test } from "../test";

const PHONE = { width: 390, height: 844 };
const WIDE = { width: 1440, height: 900 };
const SAID = "550 5.1.1 <ag@example.org>: no such user here";

interface Line {
  ordinal: number;
  state: string;
  channel: string;
  can: string[];
  mail: object | null;
  no_mail: string | null;
  return_reason: string | null;
  returned_on: string | null;
  dispatched_on: string | null;
  issued_on: string;
}

/** What the mail server does is played: that of the journeys takes everything at once. The first has none to go by. */
function played(line: Line): Line {
  const mail = {
    state: "waiting",
    attempts: 0,
    next_at: null as string | null,
    until: "2026-12-01T06:00:00Z",
    said: null as string | null,
    accepted_at: null as string | null,
  };
  const sent = { ...line, channel: "email", no_mail: null };
  switch (line.ordinal) {
    case 1:
      return {
        ...line,
        state: "waiting",
        channel: "post",
        dispatched_on: null,
        mail: null,
        no_mail: "no_server",
        can: ["dispatch"],
      };
    case 2:
      return {
        ...sent,
        state: "waiting",
        dispatched_on: null,
        mail: {
          ...mail,
          state: "delayed",
          next_at: "2026-11-28T06:32:00Z",
          said: "Connection refused (os error 111)",
        },
        can: ["dispatch"],
      };
    case 3:
      return {
        ...sent,
        state: "dispatched",
        dispatched_on: line.issued_on,
        mail: { ...mail, state: "accepted", accepted_at: "2026-11-28T05:31:00Z" },
        can: ["acknowledge", "return"],
      };
    case 4:
      return {
        ...sent,
        state: "returned",
        dispatched_on: line.issued_on,
        returned_on: line.issued_on,
        return_reason: SAID,
        mail: { ...mail, state: "refused", said: SAID },
        can: ["dispatch"],
      };
    default:
      return line;
  }
}

async function play(page: Page) {
  for (const path of [/\/api\/v1\/dispatches\?/, /\/api\/v1\/communications\/[^/]+\/dispatches$/]) {
    await page.route(path, async (route) => {
      const response = await route.fetch();
      const body = (await response.json()) as { items: Line[] };
      await route.fulfill({ response, json: { ...body, items: body.items.map(played) } });
    });
  }
}

async function look(page: Page, name: string, language: Language) {
  await expectNoViolation(page, name);
  const folder = process.env.DAFTAR_LOOK;
  if (folder) await page.screenshot({ path: `${folder}/${name}-${language}-1440.png` });
  await page.setViewportSize(PHONE);
  await expectNoSideScroll(page);
  await expectNoViolation(page, `${name}, on a phone`);
  if (folder) await page.screenshot({ path: `${folder}/${name}-${language}-390.png`, fullPage: true });
  await page.setViewportSize(WIDE);
}

for (const language of LANGUAGES) {
  test(`what became of a letter's e-mail is told to registry and section (${language})`, async ({
    browser,
    request,
  }) => {
    const drafted = await draftOnFile(request, "Mailed", (content) => ({
      ...content,
      form: "circular",
      classification: "unclassified",
      addressees: [1, 2, 3, 4].map((number) => ({
        kind: "outside",
        sort: "body",
        name: `Office ${number}`,
        lines: ["Lahore"],
        email: `office${number}@example.org`,
      })),
    }));
    const number = await issue(request, drafted);
    const told = [
      "dispatch.no_mail.no_server",
      "dispatch.mail.delayed",
      "dispatch.mail.accepted",
      "dispatch.mail.refused",
    ];

    const { page, say } = await signIn(browser, CLERK, language);
    await play(page);
    await page.goto(`/registry/dispatch?text=${encodeURIComponent(number)}`);
    const rows = page.getByRole("listitem").filter({ hasText: number });
    await expect(rows).toHaveCount(4);
    for (const words of told) await expect(page.getByText(say(words))).toBeVisible();
    await expect(rows.filter({ hasText: say("dispatch.mail.delayed") })).toContainText("os error 111");
    // What the server said of one that came back stands there once.
    await expect(page.getByText(SAID)).toHaveCount(1);
    await look(page, "mail-out", language);

    const officer = await signInOnDraft(browser, SECTION_OFFICER, drafted, language);
    await play(officer.page);
    await officer.page.reload();
    for (const words of told) await expect(officer.page.getByText(say(words))).toBeVisible();
    await expect(officer.page.getByText(SAID)).toHaveCount(1);
    await look(officer.page, "mail-out-where", language);
  });
}
