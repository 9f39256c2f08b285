import { expect, type Page, type Request } from "@playwright/test";
import { expectNoViolation } from "../axe";
import { atTheDoor, codeOf, enrolElsewhere, expectInside, givePassword } from "../factors";
import { LANGUAGES, SECTION_OFFICER, signIn } from "../office";
import { challengeOf, digestOf, downloadEvidence, expectSigned } from "../signatures";
import { expectDone, submit, withFile, withPasskey } from "../signers";
import { sign, signInOnNewFile, signing, write } from "../steps";
import { test } from "../test";

/** Changes what the server shows before it is signed; `null` leaves it. */
async function alterPreparation(
  page: Page,
  change: (preparation: Prepared) => Prepared | null,
): Promise<void> {
  await page.route("**/preparation", async (route) => {
    const response = await route.fetch();
    const json = await response.json();
    await route.fulfill({ response, json: change(json) ?? json });
  });
}

interface Prepared {
  statement: string;
  digest: string;
  challenge: string;
}

/** The same with another statement, under hashes that are right for it. */
function restated(
  { statement, ...rest }: Prepared,
  change: (statement: Record<string, unknown>) => object,
): Prepared {
  const other = JSON.stringify(change(JSON.parse(statement)));
  return { ...rest, statement: other, digest: digestOf(other), challenge: challengeOf(other) };
}

/** Whatever was sent to be done, as opposed to prepared. */
function acts(page: Page): Request[] {
  const sent: Request[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST" && /\/(notes|return|closure)$/.test(request.url())) sent.push(request);
  });
  return sent;
}

for (const language of LANGUAGES) {
  test(`an officer signs a note with his passkey, and anybody can verify it (${language})`, async ({
    browser,
    request,
  }) => {
    const officer = await withPasskey({ browser, request }, "Own passkey", language);
    const { page, say } = officer;
    const words = language === "en" ? "Approved as proposed." : "تجویز کے مطابق منظور ہے۔";
    const date = language === "en" ? "From 12-11-2026 on." : "تاریخ 12-11-2026 سے۔";
    await write(officer, [words, date]);
    await submit(officer);
    const dialog = signing(officer, "note");
    const shown = dialog.getByRole("region", { name: say("sign.statement") });
    await expect(shown).toContainText(words);
    await expect(shown).toContainText("2.");
    // Within Urdu it would read 2026-11-12.
    if (language === "ur") await expect(shown.locator(".number", { hasText: /^12-11-2026$/ })).toBeVisible();
    await expect(shown).toContainText(say("paper.classification.restricted"));
    await dialog.getByText(say("sign.bytes"), { exact: true }).click();
    await expect(dialog.getByText(say("sign.bytes.checked"))).toBeVisible();
    await expectNoViolation(page, "signing with a passkey");
    await dialog.getByRole("button", { name: say("sign.do.passkey"), exact: true }).focus();
    await page.keyboard.press("Enter");
    await expectDone(officer);

    await expect(page.getByRole("article").last()).toContainText(say("signature.passkey"));
    const evidence = await downloadEvidence(page, say, "signature.passkey");
    await expectNoViolation(page, "details of a signature");
    expect(evidence.note).toContain(words);
    expectSigned(evidence);
    const forged = { ...evidence, note: evidence.note.replace("12-11-2026", "12-12-2026") };
    expect(() => expectSigned(forged)).toThrow();
  });

  test(`agreement, return and closing are signed (${language})`, async ({ browser, request }) => {
    const officer = await withFile({ request }, "Every act signed");
    const receiver = await atTheDoor(browser, language);
    const { page, say } = receiver;
    await givePassword(receiver, officer.userName);
    await expectInside(page);
    await page.goto(`/files/${officer.file}`);
    await page.getByRole("button", { name: say("note.agree"), exact: true }).click();
    await submit(receiver, "note.agree_only");
    const agreement = signing(receiver, "agreement");
    await expect(agreement).toContainText(say("note.agreed"));
    await expect(agreement.getByRole("button", { name: say("sign.do"), exact: true })).toBeFocused();
    await expectNoViolation(page, "signing an agreement");
    await page.keyboard.press("Enter");
    await expectDone(receiver);
    await expect(page.getByRole("article").last()).toContainText(say("signature.key.password"));
    await page.getByRole("button", { name: say("note.sent.stay"), exact: true }).click();

    await page.getByRole("button", { name: say("file.menu.return"), exact: true }).click();
    const form = page.getByRole("dialog", { name: say("file.return.title"), exact: true });
    await form.getByLabel(say("paper.reason"), { exact: true }).selectOption("clarify");
    await form.getByLabel(say("paper.remark")).fill("Which year?");
    await form.getByRole("button", { name: say("file.return.do"), exact: true }).click();
    const back = signing(receiver, "return");
    await expect(back).toContainText(say("file.reason.clarify"));
    await expect(back).toContainText("Which year?");
    await expectNoViolation(page, "signing a return");
    await back.getByRole("button", { name: say("paper.cancel"), exact: true }).click();
    await expect(back).toBeHidden();
    await expect(form.getByLabel(say("paper.remark"))).toHaveValue("Which year?");
    await form.getByRole("button", { name: say("file.return.do"), exact: true }).click();
    await sign(receiver, "return");
    await expect(page.getByText(say("file.done.return"))).toBeVisible();

    const owner = await signIn(browser, SECTION_OFFICER, language);
    await owner.page.goto(`/files/${officer.file}`);
    await owner.page.getByRole("button", { name: say("file.more"), exact: true }).click();
    await owner.page.getByRole("menuitem", { name: say("file.menu.close"), exact: true }).click();
    const closing = owner.page.getByRole("dialog", { name: say("file.close.title"), exact: true });
    await closing.getByRole("button", { name: say("file.close.do"), exact: true }).click();
    await sign(owner, "close");
    await expect(owner.page.getByText(say("file.done.close"))).toBeVisible();
  });
}

test("what the server altered is refused in the browser, and nothing is sent", async ({
  browser,
  request,
}) => {
  const officer = await signInOnNewFile({ browser, request }, "Altered");
  const { page, say } = officer;
  await write(officer, ["Two lakh rupees."]);
  const sent = acts(page);
  const dialog = signing(officer, "note");
  const changes: [string, (prepared: Prepared) => Prepared | null][] = [
    ["sign.fault.challenge", (prepared) => ({ ...prepared, challenge: challengeOf("something else") })],
    [
      "sign.fault.text",
      (prepared) =>
        restated(prepared, (said) => ({
          ...said,
          paragraphs: JSON.parse(JSON.stringify(said.paragraphs).replace("Two", "Ten")),
        })),
    ],
    ["sign.fault.file", (prepared) => restated(prepared, (said) => ({ ...said, file: crypto.randomUUID() }))],
    [
      "sign.fault.signer",
      (prepared) => restated(prepared, (said) => ({ ...said, person: crypto.randomUUID() })),
    ],
    [
      "sign.fault.previous",
      (prepared) => restated(prepared, (said) => ({ ...said, previous: "0".repeat(64) })),
    ],
    ["sign.fault.form", (prepared) => restated(prepared, (said) => ({ ...said, rider: true }))],
  ];
  let change: (prepared: Prepared) => Prepared | null = () => null;
  await alterPreparation(page, (prepared) => change(prepared));
  for (const [index, [fault, altered]] of changes.entries()) {
    change = altered;
    if (index === 0) await submit(officer);
    else await dialog.getByRole("button", { name: say("sign.again"), exact: true }).click();
    await expect(dialog.getByRole("alert")).toContainText(say(fault));
    await expect(dialog.getByRole("region", { name: say("sign.statement") })).toHaveCount(0);
    await expect(dialog.getByRole("button", { name: say("sign.do"), exact: true })).toHaveCount(0);
  }
  await expect(dialog.getByRole("alert")).toContainText(say("sign.faults"));
  await expectNoViolation(page, "a statement that was altered");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  expect(sent).toEqual([]);
  await expect(page.getByRole("alert")).toHaveCount(0);
  await expect(page.getByRole("textbox", { name: say("note.editor.label") })).toHaveText("Two lakh rupees.");

  change = () => null;
  await submit(officer);
  await sign(officer, "note");
  await expectDone(officer);
  await expect(page.getByRole("article")).toContainText("Two lakh rupees.");
});

test("an altered return is refused in the browser", async ({ browser, request }) => {
  const officer = await withFile({ request }, "Altered return");
  const receiver = await atTheDoor(browser);
  const { page, say } = receiver;
  await givePassword(receiver, officer.userName);
  await expectInside(page);
  await page.goto(`/files/${officer.file}`);
  const sent = acts(page);
  await alterPreparation(page, (prepared) => {
    const other = JSON.stringify({ ...JSON.parse(prepared.statement), reason: "not_concerned" });
    return { ...prepared, statement: other, digest: digestOf(other), challenge: challengeOf(other, "act") };
  });
  await page.getByRole("button", { name: say("file.menu.return"), exact: true }).click();
  await page
    .getByRole("dialog", { name: say("file.return.title"), exact: true })
    .getByRole("button", { name: say("file.return.do"), exact: true })
    .click();
  await expect(signing(receiver, "return").getByRole("alert")).toContainText(say("sign.fault.reason"));
  expect(sent).toEqual([]);
});

test("a passkey's answer to something else is refused, and a prompt may be cancelled", async ({
  browser,
  request,
}) => {
  const officer = await withPasskey({ browser, request }, "Another challenge");
  const { page, say } = officer;
  await write(officer, ["Kept."]);
  await submit(officer);
  const dialog = signing(officer, "note");
  const press = dialog.getByRole("button", { name: say("sign.do.passkey"), exact: true });

  // The prompt is cancelled: as browsers tell it.
  await page.evaluate(() => {
    const real = navigator.credentials.get.bind(navigator.credentials);
    navigator.credentials.get = (options) => {
      navigator.credentials.get = real;
      return Promise.reject(new DOMException(String(Boolean(options)), "NotAllowedError"));
    };
  });
  await press.click();
  await expect(dialog.getByRole("status")).toContainText(say("sign.why.unused"));
  await expect(dialog.getByRole("alert")).toHaveCount(0);

  let altered = false;
  await page.route("**/notes", async (route) => {
    if (altered || route.request().method() !== "POST") return route.continue();
    altered = true;
    const body = route.request().postDataJSON();
    const { assertion } = body.signature;
    const client = JSON.parse(Buffer.from(assertion.client_data_json, "base64url").toString());
    client.challenge = challengeOf("something else");
    assertion.client_data_json = Buffer.from(JSON.stringify(client)).toString("base64url");
    await route.continue({ postData: JSON.stringify(body) });
  });
  const refusal = page.waitForResponse((answer) => answer.url().endsWith("/notes") && !answer.ok());
  await press.click();
  const { errors } = await (await refusal).json();
  await expect(dialog.getByRole("alert")).toContainText(errors[0].message);
  await expect(dialog.getByRole("region", { name: say("sign.statement") })).toContainText("Kept.");
  await expect(page.locator(".note-editor")).toContainText("Kept.");

  await press.click();
  await expectDone(officer);
  expectSigned(await downloadEvidence(page, say, "signature.passkey"));
});

test("whoever has a phone signs with the office's key after a proof, also beside a passkey", async ({
  browser,
  request,
}) => {
  const office = await withFile({ request }, "Phone code");
  const officer = await atTheDoor(browser);
  const { page, say } = officer;
  await givePassword(officer, office.userName);
  await expectInside(page);
  // A phone that was set up in another session: this one has proved nothing but the password.
  const { secret } = await enrolElsewhere(request, office.userName);
  await page.goto(`/files/${office.file}`);
  await write(officer, ["Signed by phone."]);
  await submit(officer);
  const dialog = signing(officer, "note");
  await expect(dialog).toContainText(say("sign.with.key.proof"));
  const press = dialog.getByRole("button", { name: say("sign.do"), exact: true });
  await press.click();
  const proof = page.getByRole("dialog", { name: say("factor.proof.title"), exact: true });
  await expect(proof).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(proof).toBeHidden();
  await expect(dialog).toBeVisible();
  await press.click();
  await proof.getByLabel(say("factor.code")).fill(codeOf(secret, 1));
  await expectDone(officer);
  await expect(page.getByRole("article").last()).toContainText(say("signature.key.totp"));
  expectSigned(await downloadEvidence(page, say, "signature.key.totp"));
});

test("beside a passkey the office's key can sign too, and the note says which did", async ({
  browser,
  request,
}) => {
  const officer = await withPasskey({ browser, request }, "Office's key");
  const { page, say } = officer;
  await page.getByRole("button", { name: say("note.agree"), exact: true }).click();
  await submit(officer, "note.agree_only");
  await signing(officer, "agreement")
    .getByRole("button", { name: say("sign.do.key"), exact: true })
    .click();
  await expectDone(officer);
  await expect(page.getByRole("article").last()).toContainText(say("signature.key.passkey"));
});

test("what has waited too long is prepared anew, and the officer is told why", async ({
  browser,
  request,
}) => {
  const officer = await signInOnNewFile({ browser, request }, "Waited");
  const { page, say } = officer;
  await page.clock.install();
  await page.reload();
  await write(officer, ["In time."]);
  await submit(officer);
  const dialog = signing(officer, "note");
  await expect(dialog.getByRole("button", { name: say("sign.do"), exact: true })).toBeVisible();
  await page.clock.fastForward("05:00");
  await expect(dialog.getByRole("status")).toContainText(say("sign.why.late"));
  await expect(dialog.getByRole("button", { name: say("sign.do"), exact: true })).toHaveCount(0);
  await dialog.getByRole("button", { name: say("sign.again"), exact: true }).click();

  // The server has forgotten what this page still shows.
  let forgotten = false;
  await page.route("**/notes", async (route) => {
    if (forgotten || route.request().method() !== "POST") return route.continue();
    forgotten = true;
    const body = route.request().postDataJSON();
    body.signature.preparation_id = crypto.randomUUID();
    await route.continue({ postData: JSON.stringify(body) });
  });
  const press = dialog.getByRole("button", { name: say("sign.do"), exact: true });
  await press.click();
  await expect(dialog.getByRole("status")).toContainText(say("sign.why.expired"));
  await press.click();
  await expectDone(officer);
  await expect(page.getByRole("article")).toHaveCount(1);
});

test("without an answer nothing is prepared, and the page says that nothing is signed", async ({
  browser,
  request,
}) => {
  const officer = await signInOnNewFile({ browser, request }, "Not prepared");
  const { page, say } = officer;
  await page.getByRole("button", { name: say("note.agree"), exact: true }).click();
  await page.route("**/preparation", (route) => route.abort());
  await submit(officer, "note.agree_only");
  await expect(page.getByRole("alert")).toContainText(say("sign.notPrepared"));
  await page.unroute("**/preparation");
  await submit(officer, "note.agree_only");
  await sign(officer, "agreement");
  await expectDone(officer);
});
