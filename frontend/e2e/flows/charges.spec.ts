import { expect } from "@playwright/test";
import { ADMINISTRATOR, PASSWORD, signIn, wordsOf } from "../office";
import { called, closeDialog, expectRefused, expectSaid, goAhead, newCorner } from "../organisation";
import { test } from "../test";

// Whether there is such an account is told to nobody outside.
const WRONG = "User name or password is wrong.";

test("an additional charge is given, acted under, and ended; the post is abolished", async ({
  browser,
  request,
}) => {
  const corner = await newCorner(request);
  const unit = await corner.newUnit("Annex");
  const own = await corner.newPost(unit, "Keeper");
  const other = await corner.newPost(unit, "Helper");
  const auditing = await corner.newPost(unit, "Inspector", { roles: ["auditor"] });
  const { userName } = await corner.newPerson("Tariq", [own]);
  const { page, say } = await signIn(browser, ADMINISTRATOR, "ur");
  const person = page.getByRole("combobox", { name: say("organisation.person"), exact: true });
  const choosePerson = async () => {
    await person.fill(userName);
    await page.getByRole("option").filter({ hasText: userName }).click();
  };

  // Who handles papers does not audit: refused in words, and what was chosen stays.
  await page.goto(`/organisation?unit=${unit.id}&post=${auditing.id}`);
  await page.getByRole("button", { name: say("organisation.appoint"), exact: true }).click();
  const give = page.getByRole("button", { name: say("organisation.appoint.go"), exact: true });
  await give.click();
  await expectRefused(page, say("organisation.person"), say("organisation.person.choose"));
  await choosePerson();
  await give.click();
  await expect(page.getByRole("alert")).toContainText("کاغذات پر کارروائی نہیں کر سکتا");
  await expect(person).toHaveValue(called("Tariq", corner));
  await page.getByRole("button", { name: say("ui.cancel"), exact: true }).click();
  await closeDialog(page, say);

  await page.getByRole("link", { name: called("Helper", corner) }).click();
  await page.getByRole("button", { name: say("organisation.appoint"), exact: true }).click();
  await choosePerson();
  await expect(page.getByLabel(say("organisation.charge.kind"))).toHaveValue("additional");
  await give.click();
  await expectSaid(page, say("organisation.appointed"));
  const sheet = page.getByRole("dialog", { name: called("Helper", corner) });
  const history = sheet.getByRole("listitem").filter({ hasText: corner.run });
  await expect(history).toHaveText(new RegExp(`${say("organisation.since", { day: ".+" })}$`));

  const holder = await signIn(browser, userName, "ur");
  const acting = holder.page.getByLabel(say("shell.actingFor"));
  await expect(acting).toHaveValue(own.id);
  await acting.selectOption(other.id);
  await expect(acting).toHaveValue(other.id);
  await expect(holder.page.getByRole("heading", { name: say("desk.title") })).toBeVisible();

  await goAhead(page, say("organisation.charge.end"));
  await expectSaid(page, say("organisation.charge.ended"));
  await expect(history).toHaveText(new RegExp(`${say("organisation.fromTo", { from: ".+", to: ".+" })}$`));
  await holder.page.getByRole("link", { name: say("desk.sent"), exact: true }).click();
  await expectSaid(holder.page, say("charge.ended"));
  await expect(acting).toHaveCount(0);
  await expect(holder.page.getByRole("banner")).toContainText(called("Keeper", corner));

  await goAhead(page, say("organisation.post.abolish"));
  await expectSaid(page, say("organisation.post.abolishedNow"));
  await closeDialog(page, say);
  await expect(page.getByRole("link", { name: called("Helper", corner) })).toHaveCount(0);
});

test("who is deactivated is out at the next request, and comes in no more until reactivated", async ({
  browser,
  request,
}) => {
  const corner = await newCorner(request);
  const { userName } = await corner.newPerson("Tariq", [
    await corner.newPost(await corner.newUnit("Annex"), "Keeper"),
  ]);
  const holder = await signIn(browser, userName, "en");
  const { page, say } = await signIn(browser, ADMINISTRATOR, "en");
  await page.goto(`/organisation/persons?query=${corner.run}`);
  const actions = page.getByRole("button", { name: say("organisation.person.actions") });
  await actions.click();
  await page.getByRole("menuitem", { name: say("organisation.person.deactivate") }).click();
  const question = page.getByRole("alertdialog");
  await question.getByRole("button", { name: say("ui.cancel"), exact: true }).click();
  await expect(page.getByText(say("organisation.noPosts"))).toHaveCount(0);
  await actions.click();
  await page.getByRole("menuitem", { name: say("organisation.person.deactivate") }).click();
  await question.getByRole("button", { name: say("organisation.person.deactivate"), exact: true }).click();
  await expectSaid(page, say("organisation.person.deactivatedNow"));

  await holder.page.getByRole("link", { name: say("desk.sent"), exact: true }).click();
  const ended = holder.page.getByRole("alertdialog", { name: say("ended.title"), exact: true });
  await ended.getByLabel(say("session.password"), { exact: true }).fill(PASSWORD);
  await ended.getByRole("button", { name: say("session.signIn"), exact: true }).click();
  await expect(ended.getByRole("alert")).toContainText(WRONG);
  await ended.getByRole("button", { name: say("session.signOut"), exact: true }).click();
  await expect(holder.page).toHaveURL(/sign-in$/);
  const signInAgain = async () => {
    await holder.page.getByLabel(say("session.userName")).fill(userName);
    await holder.page.getByLabel(say("session.password"), { exact: true }).fill(PASSWORD);
    await holder.page.getByRole("button", { name: say("session.signIn"), exact: true }).click();
  };
  await signInAgain();
  await expect(holder.page.getByRole("alert")).toContainText(WRONG);

  await page.getByLabel(say("organisation.person.inactive")).check();
  await expect(page.getByText(say("organisation.person.deactivated"), { exact: true })).toBeVisible();
  await expect(page.getByText(say("organisation.noPosts"))).toBeVisible();
  await actions.click();
  // The particulars of a closed account stay as they are.
  await expect(page.getByRole("menuitem")).toHaveText([say("organisation.person.reactivate")]);
  await page.getByRole("menuitem").click();
  await expectSaid(page, say("organisation.person.reactivatedNow"));
  await signInAgain();
  await expect(holder.page.getByText(say("shell.noCharge"))).toBeVisible();
});

test("the particulars of a person and of a post are changed; what is refused stands with its field", async ({
  browser,
  request,
}) => {
  const corner = await newCorner(request);
  const { run } = corner;
  const unit = await corner.newUnit("Annex");
  const superior = await corner.newPost(unit, "Keeper");
  const post = await corner.newPost(unit, "Helper", { reports_to: superior.id });
  const { userName } = await corner.newPerson("Tariq", [post]);
  const say = wordsOf("en");
  const { page } = await signIn(browser, ADMINISTRATOR, "en");
  const save = page.getByRole("button", { name: say("ui.save"), exact: true });

  await page.goto(`/organisation/persons?query=${userName}`);
  await page.getByRole("button", { name: say("organisation.person.actions") }).click();
  await page.getByRole("menuitem", { name: say("organisation.person.edit") }).click();
  await page.getByLabel(say("organisation.nameEn")).fill(`Tariq Aziz ${run}`);
  await page.getByLabel(say("organisation.email")).fill("nowhere");
  await save.click();
  await expectRefused(page, say("organisation.email"), "This is not an e-mail address.");
  await expect(page.getByLabel(say("organisation.nameEn"))).toHaveValue(`Tariq Aziz ${run}`);
  await page.getByLabel(say("organisation.email")).fill("tariq@daftar.example");
  await save.click();
  await expectSaid(page, say("organisation.person.edited"));
  await expect(page.getByRole("listitem").filter({ hasText: `Tariq Aziz ${run}` })).toHaveCount(1);

  await page.goto(`/organisation?unit=${unit.id}&post=${superior.id}`);
  await page.getByRole("button", { name: say("organisation.post.edit"), exact: true }).click();
  const dialog = page.getByRole("dialog", { name: say("organisation.post.edit"), exact: true });
  await dialog.getByLabel(say("organisation.titleEn")).fill(`Head Keeper ${run}`);
  await dialog.getByLabel(say("organisation.grade")).fill("23");
  await save.click();
  await expectRefused(page, say("organisation.grade"), say("organisation.grade.wrong"));
  await dialog.getByLabel(say("organisation.grade")).fill("18");
  const roles = dialog.getByRole("group", { name: say("organisation.roles") });
  await roles.getByRole("checkbox", { name: say("organisation.role.auditor") }).check();
  await save.click();
  await expect(roles).toHaveAccessibleDescription("An auditor or an administrator can have no other role.");
  await roles.getByRole("checkbox", { name: say("organisation.role.auditor") }).uncheck();
  // A post does not report to one that reports to it.
  await dialog.getByRole("combobox", { name: say("organisation.reportsTo") }).fill(`Helper ${run}`);
  await page.getByRole("option").filter({ hasText: run }).click();
  await save.click();
  await expectRefused(page, say("organisation.reportsTo"), /nor to one that reports to it\.$/);
  await dialog.getByRole("combobox", { name: say("organisation.reportsTo") }).fill("");
  await page.keyboard.press("Tab");
  await save.click();
  await expectSaid(page, say("organisation.post.edited"));
  await expect(page.getByRole("dialog", { name: `Head Keeper ${run}` })).toBeVisible();

  // Whoever has subordinates is not abolished, and whoever has a holder is not offered it.
  await goAhead(page, say("organisation.post.abolish"));
  await expectSaid(page, "Other posts still report to this one.");
  await page.goto(`/organisation?unit=${unit.id}&post=${post.id}`);
  await expect(page.getByRole("button", { name: say("organisation.charge.end"), exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: say("organisation.post.abolish"), exact: true })).toHaveCount(
    0,
  );
});
