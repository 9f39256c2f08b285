import { expect } from "@playwright/test";
import { expectNoViolation } from "../axe";
import { ADMINISTRATOR, LANGUAGES, signIn } from "../office";
import { called, closeDialog, expectRefused, expectSaid, goAhead, newCorner } from "../organisation";
import { newFile, restOfficer } from "../rest";
import { test } from "../test";

const POSTS_LEFT = {
  en: "The unit still has posts or sub-units. Abolish or close those first.",
  ur: "اس شعبے میں ابھی عہدے یا ذیلی شعبے موجود ہیں۔ پہلے انہیں ختم یا بند کریں۔",
};

for (const language of LANGUAGES) {
  test(`a unit is renamed, and closed when its posts have gone (${language})`, async ({
    browser,
    request,
  }) => {
    const corner = await newCorner(request);
    const unit = await corner.newUnit("Annex");
    await corner.newPost(unit, "Keeper");
    const { page, say } = await signIn(browser, ADMINISTRATOR, language);
    await page.goto(`/organisation?unit=${unit.id}`);

    await page.getByRole("button", { name: say("organisation.unit.change"), exact: true }).click();
    const dialog = page.getByRole("dialog", { name: say("organisation.unit.edit"), exact: true });
    await dialog.getByLabel(say("organisation.nameUr")).fill(`نیا نام ${corner.run}`);
    await dialog.getByLabel(say("organisation.nameEn")).fill(" ");
    await dialog.getByRole("button", { name: say("ui.save"), exact: true }).click();
    await expectRefused(page, say("organisation.nameEn"), say("ui.needed"));
    await expect(dialog.getByLabel(say("organisation.nameUr"))).toHaveValue(`نیا نام ${corner.run}`);
    await dialog.getByLabel(say("organisation.nameEn")).fill(`New name ${corner.run}`);
    await dialog.getByLabel(say("organisation.template")).fill("{nonsense}");
    await dialog.getByRole("button", { name: say("ui.save"), exact: true }).click();
    await expectRefused(page, say("organisation.template"), /file numbers\.$|درست خاکہ نہیں۔$/);
    await dialog.getByLabel(say("organisation.template")).fill("");
    await dialog.getByRole("button", { name: say("ui.save"), exact: true }).click();
    await expectSaid(page, say("organisation.unit.edited"));
    const name = language === "en" ? `New name ${corner.run}` : `نیا نام ${corner.run}`;
    await expect(page.getByRole("heading", { name, level: 2 })).toBeVisible();
    await expect(page.getByRole("link", { name })).toBeVisible();

    await goAhead(page, say("organisation.unit.close"));
    await expectSaid(page, POSTS_LEFT[language]);
    await page.getByRole("link", { name: called("Keeper", corner) }).click();
    await goAhead(page, say("organisation.post.abolish"));
    await expectSaid(page, say("organisation.post.abolishedNow"));
    // It is told in its own sheet too, and nothing can be done with it any more.
    await expect(page.getByRole("dialog").getByText(say("organisation.abolished"))).toBeVisible();
    await expect(page.getByRole("button", { name: say("organisation.appoint"), exact: true })).toHaveCount(0);
    await closeDialog(page, say);
    await expect(page.getByText(say("organisation.posts.none"))).toBeVisible();
    await page.getByLabel(say("organisation.showAbolished")).check();
    await expect(page.getByRole("listitem").filter({ hasText: corner.run }).last()).toContainText(
      say("organisation.abolished"),
    );

    await goAhead(page, say("organisation.unit.close"));
    await expectSaid(page, say("organisation.unit.closedNow"));
    await expect(page.getByRole("link", { name })).toHaveCount(0);
    await page.getByRole("button", { name: say("organisation.unit.add"), exact: true }).click();
    const places = page.getByLabel(say("organisation.unit.parent"), { exact: true });
    await expect(places.getByRole("option").nth(1)).toBeAttached();
    await expect(places.getByRole("option", { name })).toHaveCount(0);
    await page.getByRole("button", { name: say("ui.cancel"), exact: true }).click();
    await page.getByLabel(say("organisation.showClosed")).check();
    await page.getByRole("link", { name }).click();
    await expect(page.getByRole("region", { name }).getByText(say("organisation.closed"))).toBeVisible();
    await expect(
      page.getByRole("button", { name: say("organisation.unit.change"), exact: true }),
    ).toHaveCount(0);
  });
}

for (const language of LANGUAGES) {
  test(`a unit is told to sign with passkeys only, and those below it with it (${language})`, async ({
    browser,
    request,
  }) => {
    const corner = await newCorner(request);
    const unit = await corner.newUnit("Careful");
    const below = await corner.administrator.send("/units", {
      parent_id: unit.id,
      kind: "section",
      code: `BELOW-${corner.run}`,
      name_en: `Below ${corner.run}`,
      name_ur: `ماتحت ${corner.run}`,
    });
    const { page, say } = await signIn(browser, ADMINISTRATOR, language);
    const set = async (only: boolean) => {
      await page.goto(`/organisation?unit=${unit.id}`);
      await page.getByRole("button", { name: say("organisation.unit.change"), exact: true }).click();
      const dialog = page.getByRole("dialog", { name: say("organisation.unit.edit"), exact: true });
      await dialog.getByLabel(say("organisation.unit.passkeys"), { exact: true }).setChecked(only);
      await expectNoViolation(page, "a unit that signs with passkeys");
      await dialog.getByRole("button", { name: say("ui.save"), exact: true }).click();
      await expectSaid(page, say("organisation.unit.edited"));
    };
    const told = page.getByText(say("organisation.unit.passkeys.chip"), { exact: true });
    await set(true);
    await expect(told).toBeVisible();
    await page.goto(`/organisation?unit=${below.id}`);
    await expect(page.getByRole("heading", { level: 2 })).toContainText(corner.run);
    await expect(told).toBeVisible();
    await set(false);
    await expect(told).toHaveCount(0);
  });
}

test("of two administrators who change a unit at once the second is told, and overwrites nothing unseen", async ({
  browser,
  request,
}) => {
  const corner = await newCorner(request);
  const unit = await corner.newUnit("Annex");
  const { run, administrator } = corner;
  const office = { id: administrator.unit, version: 1 };
  const colleague = await corner.newPerson("Colleague", [
    await corner.newPost(office, "Second Administrator", { roles: ["administrator"] }),
  ]);
  const first = await signIn(browser, ADMINISTRATOR, "en");
  const second = await signIn(browser, colleague.userName, "ur");
  for (const { page, say } of [first, second]) {
    await page.goto(`/organisation?unit=${unit.id}`);
    await page.getByRole("button", { name: say("organisation.unit.change"), exact: true }).click();
  }
  const { page, say } = second;
  const english = page.getByLabel(say("organisation.nameEn"));
  const urdu = page.getByLabel(say("organisation.nameUr"));
  await english.fill(`Mine ${run}`);
  await first.page.getByLabel(first.say("organisation.nameEn")).fill(`Theirs ${run}`);
  await first.page.getByLabel(first.say("organisation.nameUr")).fill(`ان کا ${run}`);
  await first.page.getByRole("button", { name: first.say("ui.save"), exact: true }).click();
  await expectSaid(first.page, first.say("organisation.unit.edited"));

  const refused = page.waitForResponse((answer) => answer.status() === 412);
  await page.getByRole("button", { name: say("ui.save"), exact: true }).click();
  await refused;
  await expect(page.getByRole("alert")).toContainText("اس پر کوئی اور پہلے کارروائی کر چکا ہے۔");
  await expectRefused(
    page,
    say("organisation.nameEn"),
    say("organisation.meanwhile", { saved: `Theirs ${run}` }),
  );
  await expect(english).toHaveValue(`Mine ${run}`);
  await expect(urdu).toHaveValue(`ان کا ${run}`);
  const now = await administrator.get<{ name_en: string }>(`/units/${unit.id}`);
  expect(now.name_en).toBe(`Theirs ${run}`);

  // He has seen it, and decides: only what he wrote goes over what was there.
  await page.getByRole("button", { name: say("ui.save"), exact: true }).click();
  await expectSaid(page, say("organisation.unit.edited"));
  expect(await administrator.get(`/units/${unit.id}`)).toMatchObject({
    name_en: `Mine ${run}`,
    name_ur: `ان کا ${run}`,
  });
});

test("what somebody else saves while a form is open appears in it, without a word lost", async ({
  browser,
  request,
}) => {
  const corner = await newCorner(request);
  const { run, administrator } = corner;
  const unit = await corner.newUnit("Annex");
  const post = await corner.newPost(unit, "Keeper");
  const { page, say } = await signIn(browser, ADMINISTRATOR, "en");
  await page.clock.install();
  await page.goto(`/organisation?unit=${unit.id}&post=${post.id}`);
  await page.getByRole("button", { name: say("organisation.post.edit"), exact: true }).click();
  const dialog = page.getByRole("dialog", { name: say("organisation.post.edit"), exact: true });
  await dialog.getByLabel(say("organisation.titleEn")).fill(`Mine ${run}`);
  const theirs = { title_en: `Theirs ${run}`, grade: 19 };
  await administrator.change(`/posts/${post.id}`, theirs, post.version);

  // A while later the administrator comes back to this window, which then reads anew by itself.
  await page.clock.fastForward("01:00");
  await page.evaluate(() => window.dispatchEvent(new Event("visibilitychange")));
  await expect(dialog.getByLabel(say("organisation.grade"))).toHaveValue("19");
  await expectRefused(
    page,
    say("organisation.titleEn"),
    say("organisation.meanwhile", { saved: theirs.title_en }),
  );
  await dialog.getByRole("button", { name: say("ui.save"), exact: true }).click();
  await expectSaid(page, say("organisation.post.edited"));
  expect(await administrator.get(`/posts/${post.id}`)).toMatchObject({ title_en: `Mine ${run}`, grade: 19 });
});

test("a unit under whose name files are kept is not closed", async ({ browser, request }) => {
  const corner = await newCorner(request);
  const { administrator } = corner;
  const unit = await corner.newUnit("Archive");
  const post = await corner.newPost(unit, "Archivist");
  const head = { code: "1", title_en: "Old papers", title_ur: "پرانے کاغذات" };
  await administrator.send(`/units/${unit.id}/heads`, head);
  const { userName } = await corner.newPerson("Archivist", [post]);
  const officer = await restOfficer(request, userName);
  const file = await newFile(officer, `Kept ${corner.run}`);
  await officer.send(`/files/${file.id}/closure`, {}, file.version);
  const held = await administrator.get<{ version: number; holder: { charge_id: string } }>(
    `/posts/${post.id}`,
  );
  await administrator.send(`/charges/${held.holder.charge_id}/end`, {}, held.version);
  const { version } = await administrator.get<{ version: number }>(`/posts/${post.id}`);
  await administrator.send(`/posts/${post.id}/abolition`, {}, version);

  const { page, say } = await signIn(browser, ADMINISTRATOR, "en");
  await page.goto(`/organisation?unit=${unit.id}`);
  await goAhead(page, say("organisation.unit.close"));
  await expectSaid(page, "Files are kept under this unit's name.");
  await expect(page.getByRole("heading", { name: `Archive ${corner.run}`, level: 2 })).toBeVisible();
  await expect(page.getByRole("button", { name: say("organisation.unit.close"), exact: true })).toBeEnabled();
});
