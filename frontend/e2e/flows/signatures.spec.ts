import { expect } from "@playwright/test";
import { expectNoViolation } from "../axe";
import {
  addAuthenticator,
  addPasskey,
  approvePasskey,
  atTheDoor,
  codeOf,
  enrolElsewhere,
  expectInside,
  givePassword,
  NAMED,
} from "../factors";
import { LANGUAGES, SECTION_OFFICER, subjectOf } from "../office";
import { newCorner } from "../organisation";
import { newFile, restOfficer } from "../rest";
import { expectDone, submit, withFile } from "../signers";
import { sign, signInOnNewFile, signing, write } from "../steps";
import { test } from "../test";

for (const language of LANGUAGES) {
  test(`a signature that is not valid, and a key that was revoked later, are shown as such (${language})`, async ({
    browser,
    request,
  }) => {
    const officer = await signInOnNewFile({ browser, request }, "State", language);
    const { page, say } = officer;
    await page.getByRole("button", { name: say("note.agree"), exact: true }).click();
    await submit(officer, "note.agree_only");
    await sign(officer, "agreement");
    await expectDone(officer);
    let change: object = {};
    await page.route("**/notes?*", async (route) => {
      const response = await route.fetch();
      const json = await response.json();
      for (const note of json.items) Object.assign(note.signature, change);
      await route.fulfill({ response, json });
    });
    const card = page.getByRole("article").last();
    change = { state: "invalid" };
    await page.reload();
    await expect(card).toContainText(say("signature.invalid.warning"));
    await expect(card.locator("summary").first()).toContainText(say("signature.invalid"));
    await card.getByText(say("signature.key.password")).click();
    await expect(card).toContainText(say("signature.worth.invalid"));
    await expectNoViolation(page, "a signature that is not valid");

    change = { revoked_at: "2026-11-12T06:00:00Z" };
    await page.reload();
    await expect(card.locator("summary").first()).toContainText("2026");
    await expect(card).not.toContainText(say("signature.invalid"));
    await card.getByText(say("signature.key.password")).click();
    await expect(card).toContainText(say("signature.worth.revoked"));
    await expectNoViolation(page, "a key that was revoked");
    await page.emulateMedia({ media: "print" });
    await expect(card.getByText(say("signature.key.password"))).toBeVisible();
    await expect(card.getByText(say("signature.worth.revoked"))).toBeHidden();
  });
}

for (const language of LANGUAGES) {
  test(`a post that may authenticate gives an order, and the note says so (${language})`, async ({
    browser,
    request,
  }) => {
    const officer = await signInOnNewFile({ browser, request }, "Order", language);
    const { page, say } = officer;
    await page.getByRole("button", { name: say("note.order"), exact: true }).click();
    await expect(page.getByRole("heading", { name: say("note.compose.order"), exact: true })).toBeVisible();
    await submit(officer, "note.order_only");
    await expect(page.getByRole("alert")).toContainText(say("note.order.empty"));
    await page.getByRole("textbox", { name: say("note.editor.label") }).click();
    await page.keyboard.type("Sanctioned.");
    await expect(page.getByText(say("note.draft.saved"))).toBeVisible();
    await expectNoViolation(page, "an order that is written");
    await submit(officer, "note.order_only");
    await expect(signing(officer, "order")).toContainText("Sanctioned.");
    await sign(officer, "order");
    await expectDone(officer);
    const card = page.getByRole("article").last();
    await expect(card).toContainText(say("note.kind.order"));
    await expect(card).toContainText("Sanctioned.");
    await expectNoViolation(page, "an order");
  });
}

test("a post that may not authenticate is not offered to give an order", async ({ browser, request }) => {
  const { userName, file } = await withFile({ request }, "No order");
  const officer = await atTheDoor(browser);
  const { page, say } = officer;
  await givePassword(officer, userName);
  await expectInside(page);
  await page.goto(`/files/${file}`);
  await expect(page.getByRole("button", { name: say("note.write"), exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: say("note.order"), exact: true })).toHaveCount(0);
});

test("where only passkeys sign, nothing else is offered", async ({ browser, request }) => {
  const corner = await newCorner(request);
  const unit = await corner.newUnit("Passkeys only");
  const post = await corner.newPost(unit, "Officer");
  const { userName } = await corner.newPerson("Pervaiz", [post]);
  const { version } = await corner.administrator.get<{ version: number }>(`/units/${unit.id}`);
  await corner.administrator.change(`/units/${unit.id}`, { signs_with_passkeys: true }, version);
  const sender = await restOfficer(request, SECTION_OFFICER);
  const file = await newFile(sender, subjectOf("Passkeys only"));
  await sender.send(
    `/files/${file.id}/movements`,
    { to_post_id: post.id, action: "for_orders" },
    file.version,
  );

  const officer = await atTheDoor(browser, "en", NAMED);
  const { page, say } = officer;
  await addAuthenticator(page);
  await givePassword(officer, userName);
  await expectInside(page);
  await page.goto(`/files/${file.id}`);
  await write(officer, ["By passkey."]);
  await submit(officer);
  const dialog = signing(officer, "note");
  await expect(dialog.getByRole("alert")).toContainText(say("sign.needed.passkey"));
  await expect(dialog.getByRole("link", { name: say("sign.toAccount"), exact: true })).toBeVisible();
  await expect(dialog.getByRole("button", { name: say("sign.do"), exact: true })).toHaveCount(0);
  await page.keyboard.press("Escape");
  await addPasskey(officer, "Office laptop");
  const { secret } = await enrolElsewhere(request, userName);
  await approvePasskey(corner);

  // At an address in numbers no browser asks for a passkey.
  const elsewhere = await atTheDoor(browser);
  await givePassword(elsewhere, userName);
  await elsewhere.page.getByLabel(say("factor.code")).fill(codeOf(secret, 1));
  await expectInside(elsewhere.page);
  await elsewhere.page.goto(`/files/${file.id}`);
  await submit(elsewhere);
  await expect(signing(elsewhere, "note").getByRole("alert")).toContainText(say("sign.noWay"));
  await expectNoViolation(elsewhere.page, "no passkey here");
  await elsewhere.page.context().close();

  await page.goto(`/files/${file.id}`);
  await submit(officer);
  const press = dialog.getByRole("button", { name: say("sign.do.passkey"), exact: true });
  await expect(press).toBeVisible();
  await expect(dialog.getByRole("button", { name: say("sign.do.key"), exact: true })).toHaveCount(0);
  await press.click();
  await expectDone(officer);
});
