import { expect } from "@playwright/test";
import { expectNoViolation } from "../axe";
import { atTheDoor, expectInside, givePassword, setUpPhone } from "../factors";
import { subjectOf } from "../office";
import { newFile, restOfficer } from "../rest";
import { sign, signing, write } from "../steps";
import { test } from "../test";

const STRICT = process.env.DAFTAR_STRICT_URL ?? "";

/** An officer whose post does not weigh: he comes in with his password, and signs with more. */
const SUPERINTENDENT = "supdt.budget1";

test("whoever has nothing to sign with is told what to do, and nothing is lost", async ({
  browser,
  request,
}) => {
  const file = await newFile(await restOfficer(request, SUPERINTENDENT), subjectOf("Nothing to sign with"));
  const officer = await atTheDoor(browser, "ur", STRICT);
  const { page, say } = officer;
  await givePassword(officer, SUPERINTENDENT);
  await expectInside(page);
  await page.goto(`/files/${file.id}`);
  await write(officer, ["Kept until then."]);
  const submit = page.getByRole("button", { name: say("note.submit_only"), exact: true });
  await submit.click();
  const dialog = signing(officer, "note");
  await expect(dialog.getByRole("alert")).toContainText(say("sign.needed.factor"));
  await expectNoViolation(page, "nothing to sign with");
  await dialog.getByRole("link", { name: say("sign.toAccount"), exact: true }).click();
  await expect(page).toHaveURL(/\/account#factors$/);
  await page.getByRole("button", { name: say("factor.totp.setUp"), exact: true }).click();
  await setUpPhone(page, say, say("factor.done"));
  await page.goto(`/files/${file.id}`);
  await expect(page.getByRole("textbox", { name: say("note.editor.label") })).toHaveText("Kept until then.");
  await submit.click();
  // Set up a moment ago, which is a proof: nothing more is asked.
  await sign(officer, "note");
  await expect(page.getByRole("article")).toContainText(say("signature.key.totp"));
});
