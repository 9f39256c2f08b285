import { expect } from "@playwright/test";
import { expectNoViolation } from "../axe";
import {
  assistantOn,
  draftWords,
  expectNoSideScroll,
  fileOf,
  giveAssistance,
  newSection,
  putUp,
  refusalsOf,
} from "../delegation";
import { ADMINISTRATOR, AUDITOR, CLERK, LANGUAGES, signIn, subjectOf } from "../office";
import { called, expectRefused, expectSaid } from "../organisation";
import { restOfficer } from "../rest";
import { send, write } from "../steps";
import { test } from "../test";

const PHONE = { width: 390, height: 844 };

for (const language of LANGUAGES) {
  test(`an assistant is chosen, drafts and puts up; the officer takes it over and alone signs (${language})`, async ({
    browser,
    request,
  }) => {
    const section = await newSection(request);
    const { corner } = section;
    const file = await fileOf(section, "Drafted by an assistant");
    const officer = await signIn(browser, section.officerName, language);
    const { page, say } = officer;
    await page.goto("/account");
    await expect(page.getByText(say("delegation.none"))).toBeVisible();
    await page.getByRole("button", { name: say("delegation.give"), exact: true }).click();
    const give = page.getByRole("dialog", { name: say("delegation.give"), exact: true });
    const person = give.getByRole("combobox", { name: say("organisation.person"), exact: true });
    await expectNoViolation(page, "choosing an assistant");
    await person.fill(section.assistantName);
    await page.getByRole("option").filter({ hasText: section.assistantName }).click();
    await give.getByRole("button", { name: say("delegation.give.go"), exact: true }).click();
    await expectSaid(page, say("delegation.given"));
    const line = page.getByRole("listitem").filter({ hasText: called("Ayesha", corner) });
    await expect(line).toContainText(say("delegation.state.running"));
    await expect(line).toContainText(called("Bilal", corner));
    await expectNoViolation(page, "account, with an assistant");

    const assistant = await assistantOn(browser, section, file, language);
    const banner = assistant.page.getByRole("banner");
    await expect(banner).toContainText(
      new RegExp(say("delegation.assistantTo", { post: ".+", officer: ".+", day: ".+" })),
    );
    await expect(banner.getByRole("note")).toContainText(called("Bilal", corner));
    await draftWords(assistant, "The demand is within the budget.");
    await expectNoViolation(assistant.page, "drafting");
    await putUp(assistant);
    await expectNoViolation(assistant.page, "put up");

    await page.goto(`/files/${file.id}`);
    const put = page.getByRole("region", { name: called("Ayesha", corner) }).first();
    await put.getByRole("button", { name: say("delegation.draft.read"), exact: true }).click();
    await expect(put.getByText("The demand is within the budget.")).toBeVisible();
    await expectNoViolation(page, "a draft that was put up");
    await put.getByRole("button", { name: say("delegation.take"), exact: true }).click();
    await expect(put.getByText(say("delegation.taken"))).toBeVisible();
    const text = page.getByRole("textbox", { name: say("note.editor.label") });
    await expect(text).toHaveText("The demand is within the budget.");
    await expect(text).toBeFocused();
    await page.keyboard.press("Control+End");
    await page.keyboard.type(" Approved as proposed.");
    await expect(page.getByText(say("note.draft.saved"))).toBeVisible();
    await send(officer, "note.submit_only");
    const card = page.getByRole("article");
    await expect(card).toContainText("The demand is within the budget. Approved as proposed.");
    await expect(card).toContainText(called("Bilal", corner));
    await expect(card).not.toContainText(called("Ayesha", corner));

    // The assistant's page learns of it by itself, and his text is his again.
    const told = new RegExp(say("delegation.answered", { officer: ".+", time: ".+" }));
    await expect(assistant.page.getByRole("status").filter({ hasText: told })).toBeVisible({
      timeout: 40_000,
    });
    await expect(assistant.page.getByRole("article")).toContainText("Approved as proposed.");
    await assistant.page.reload();
    await expect(assistant.page.getByText(told)).toBeVisible();
    await expectNoViolation(assistant.page, "answered");
    await assistant.page.getByRole("button", { name: say("delegation.discard"), exact: true }).click();
    const sure = assistant.page.getByRole("alertdialog");
    await sure.getByRole("button", { name: say("delegation.discard"), exact: true }).click();
    await expect(
      assistant.page.getByRole("button", { name: say("delegation.draft.write"), exact: true }),
    ).toBeVisible();
    expect(assistant.refusals).toEqual([]);
  });
}

test("the officer's own text is replaced or lengthened by his word only", async ({ browser, request }) => {
  const section = await newSection(request);
  await giveAssistance(section);
  const file = await fileOf(section, "Two texts for one note");
  const assistant = await assistantOn(browser, section, file);
  await draftWords(assistant, "Drafted for you.");
  await putUp(assistant);
  const officer = await signIn(browser, section.officerName, "en");
  const { page, say } = officer;
  await page.goto(`/files/${file.id}`);
  await write(officer, ["My own words."]);
  const take = page.getByRole("button", { name: say("delegation.take"), exact: true });
  const text = page.getByRole("textbox", { name: say("note.editor.label") });
  const ask = page.getByRole("alertdialog", { name: say("delegation.take.ask"), exact: true });
  await take.click();
  await expectNoViolation(page, "what becomes of the own text");
  await ask.getByRole("button", { name: say("ui.cancel"), exact: true }).click();
  await expect(text).toHaveText("My own words.");

  await take.click();
  await ask.getByRole("button", { name: say("delegation.take.append"), exact: true }).click();
  await expect(text.locator("p")).toHaveText(["My own words.", "Drafted for you."]);
  await expect(page.getByText(say("delegation.taken"))).toBeVisible();
  await expect(page.getByText(say("note.draft.saved"))).toBeVisible();
  await page.reload();
  await expect(text.locator("p")).toHaveText(["My own words.", "Drafted for you."]);

  // The assistant writes on: it is not put up any more, and what was taken stays.
  const writeOn = assistant.page.getByRole("button", { name: say("delegation.change"), exact: true });
  await writeOn.click();
  // Who only looks into it has not taken it back.
  await assistant.page.getByRole("button", { name: say("note.compose.later"), exact: true }).click();
  await expect(assistant.page.getByText(say("delegation.putUp.change"))).toBeVisible();
  await writeOn.click();
  await assistant.page.getByRole("textbox", { name: say("note.editor.label") }).click();
  await assistant.page.keyboard.press("Control+End");
  await assistant.page.keyboard.type(" Better words.");
  await expect(assistant.page.getByText(say("note.draft.saved"))).toBeVisible();
  await page.reload();
  await expect(text).toBeVisible();
  await expect(page.getByText(say("delegation.taken"))).toHaveCount(0);
  await expect(take).toHaveCount(0);
  await putUp(assistant);
  await page.reload();
  await take.click();
  await ask.getByRole("button", { name: say("delegation.take.replace"), exact: true }).click();
  await expect(text).toHaveText("Drafted for you. Better words.");
  const kept = page.getByLabel(say("note.conflict.left"));
  await expect(kept).toHaveValue("My own words.\nDrafted for you.");
  await expectNoViolation(page, "a text that was replaced");
  await page.getByRole("button", { name: say("note.kept.close"), exact: true }).click();
  await expect(kept).toHaveCount(0);
  expect(assistant.refusals).toEqual([]);
});

test("nothing that an assistant may not do is offered to him, on any page", async ({ browser, request }) => {
  const section = await newSection(request);
  await giveAssistance(section);
  const file = await fileOf(section, "Looked at by an assistant");
  const subject = subjectOf("A paper for the officer");
  const clerk = await restOfficer(request, CLERK);
  await clerk.send("/receipts", {
    received_on: new Date(Date.now() - 86_400_000).toISOString().slice(0, 10),
    mode: "post",
    sender_name: "Accountant General",
    subject,
    language: "en",
    classification: "unclassified",
    priority: "routine",
    document_ids: [],
    mark: { to_post_id: section.post.id, action: "necessary_action" },
  });
  const assistant = await signIn(browser, section.assistantName, "en");
  const { page, say } = assistant;
  const refusals = refusalsOf(page);
  await expect(page.getByRole("link", { name: /Looked at by an assistant/ })).toBeVisible();
  await expect(page.getByRole("checkbox")).toHaveCount(0);
  await page.keyboard.press("j");
  await page.keyboard.press("m");
  await page.keyboard.press("x");
  await expect(page.getByRole("toolbar")).toHaveCount(0);
  await expectNoViolation(page, "an assistant's desk");
  const places = page.getByRole("navigation", { name: say("shell.nav") }).first();
  await expect(places.getByRole("link")).toHaveText([
    new RegExp(say("shell.desk")),
    say("shell.files"),
    say("shell.addresses"),
  ]);
  // An unread paper: his opening it does not make it read.
  await page.getByRole("link", { name: new RegExp(subject) }).click();
  await expect(page.getByRole("heading", { name: new RegExp(subject) })).toBeVisible();
  await page.getByText(say("timeline"), { exact: true }).click();
  await page.waitForLoadState("networkidle");
  for (const act of ["receipt.act.accept", "receipt.act.mark", "receipt.act.return", "receipt.act.file"]) {
    await expect(page.getByRole("button", { name: say(act), exact: true })).toHaveCount(0);
  }
  await page.goto("/?show=unread");
  await expect(page.getByRole("link", { name: new RegExp(subject) })).toBeVisible();
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: say("command.palette") }).fill("Looked at");
  await page.getByRole("option", { name: /Looked at by an assistant/ }).click();
  await expect(page.getByRole("button", { name: say("delegation.draft.write"), exact: true })).toBeVisible();
  for (const act of ["note.write", "note.agree", "note.send_only", "file.menu.park", "file.papers.add"]) {
    await expect(page.getByRole("button", { name: say(act), exact: true })).toHaveCount(0);
  }
  await page.getByRole("button", { name: say("file.more"), exact: true }).click();
  await expect(page.getByRole("menuitem")).toHaveText([say("file.menu.access")]);
  await page.getByRole("menuitem").click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await page
    .getByRole("button", { name: say("ui.close"), exact: true })
    .first()
    .click();
  for (const tab of ["movement", "record"]) {
    await page.goto(`/files/${file.id}?tab=${tab}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page.waitForLoadState("networkidle");
  }
  for (const view of ["sent", "parked"]) {
    await page.goto(`/?view=${view}`);
    await page.waitForLoadState("networkidle");
  }
  await page.goto("/files");
  await expect(page.getByRole("link", { name: /Looked at by an assistant/ })).toBeVisible();
  await expect(page.getByRole("button", { name: say("file.open"), exact: true })).toHaveCount(0);
  await page.goto("/account");
  await expect(page.getByRole("heading", { name: say("delegation.assisted"), exact: true })).toBeVisible();
  await expect(page.getByRole("heading", { name: say("delegation.title"), exact: true })).toHaveCount(0);
  await page.waitForLoadState("networkidle");
  await page.goto("/account?view=signed");
  await page.waitForLoadState("networkidle");
  expect(refusals).toEqual([]);
});

test("an assistant reads a file once his officer has opened it", async ({ browser, request }) => {
  const section = await newSection(request);
  await giveAssistance(section);
  const file = await fileOf(section, "Comes back unopened");
  const { version } = await section.officer.send(
    `/files/${file.id}/movements`,
    { to_post_id: section.superior.post, action: "for_approval" },
    file.version,
  );
  const opened = await section.superior.send(`/files/${file.id}/opening`, {}, version);
  const back = await section.superior.send(
    `/files/${file.id}/movements`,
    { to_post_id: section.officer.post, action: "for_necessary_action" },
    opened.version,
  );
  const { page, say, refusals } = await assistantOn(browser, section, file, "ur");
  const words = new RegExp(say("delegation.notOpened", { officer: ".+" }));
  await expect(page.getByText(words).first()).toBeVisible();
  await expectNoViolation(page, "a file that the officer has not opened");
  await expect(page.getByRole("button", { name: say("delegation.draft.write"), exact: true })).toHaveCount(0);
  await section.officer.send(`/files/${file.id}/opening`, {}, back.version);
  await page.reload();
  await expect(page.getByRole("button", { name: say("delegation.draft.write"), exact: true })).toBeVisible();
  await expect(page.getByText(words)).toHaveCount(0);
  expect(refusals).toEqual([]);
});

test("the file goes on while the assistant drafts: what he wrote is not lost", async ({
  browser,
  request,
}) => {
  const section = await newSection(request);
  await giveAssistance(section);
  const file = await fileOf(section, "Gone while drafted");
  const assistant = await assistantOn(browser, section, file);
  const { page, say } = assistant;
  await draftWords(assistant, "Saved words.");
  const body = { to_post_id: section.superior.post, action: "for_approval" };
  const { version } = await section.officer.send(`/files/${file.id}/movements`, body, file.version);
  await page.keyboard.type(" Words that came too late.");
  await expect(page.getByLabel(say("note.overtaken"))).toHaveValue("Saved words. Words that came too late.");
  await expect(page.getByText(say("note.overtaken.why"))).toBeVisible();
  await expectNoViolation(page, "the file is gone");
  const opened = await section.superior.send(`/files/${file.id}/opening`, {}, version);
  page.on("dialog", (dialog) => void dialog.accept());
  await page.reload();
  await expect(page.getByText(say("delegation.gone"))).toBeVisible();
  await expect(page.getByText("Saved words.")).toBeVisible();
  const back = { to_post_id: section.officer.post, action: "for_necessary_action" };
  const returned = await section.superior.send(`/files/${file.id}/movements`, back, opened.version);
  await section.officer.send(`/files/${file.id}/opening`, {}, returned.version);
  await page.reload();
  await expect(page.getByRole("textbox", { name: say("note.editor.label") })).toHaveText("Saved words.");
});

for (const ending of ["by the officer", "by itself"] as const) {
  test(`the assistance ends while the assistant writes (${ending}): he is told, and copies his words`, async ({
    browser,
    request,
  }) => {
    const section = await newSection(request);
    const lasts = ending === "by itself" ? 25_000 : undefined;
    const { id } = await giveAssistance(section, lasts);
    const end = Date.now() + (lasts ?? 0);
    const file = await fileOf(section, "Assistance ends");
    const language = ending === "by itself" ? "ur" : "en";
    const assistant = await assistantOn(browser, section, file, language);
    const { page, say } = assistant;
    await draftWords(assistant, "Saved words.");
    if (lasts) await page.waitForTimeout(Math.max(0, end - Date.now()) + 1_000);
    else await section.officer.remove(`/delegations/${id}`);
    await page.keyboard.type(" Words after the end.");
    const told = page.getByRole("alertdialog", { name: say("delegation.over"), exact: true });
    await expect(told).toBeVisible();
    await expectNoViolation(page, "the assistance is over");
    await told.getByRole("button", { name: say("charge.ended.stay"), exact: true }).click();
    await expect(page.getByRole("textbox", { name: say("note.editor.label") })).toHaveText(
      "Saved words. Words after the end.",
    );
    await page
      .getByRole("link", { name: say("shell.files"), exact: true })
      .first()
      .click();
    const leave = page.getByRole("alertdialog", { name: say("ui.unsaved"), exact: true });
    await leave.getByRole("button", { name: say("ui.unsaved.leave"), exact: true }).click();
    await expectSaid(page, say("delegation.over"));
    await expect(page.getByText(say("shell.noCharge"))).toBeVisible();
    await expect(page.getByRole("note")).toHaveCount(0);
  });
}

test("wrong input stands with its field; an assistance is ended, and laid down", async ({
  browser,
  request,
}) => {
  const section = await newSection(request);
  const { corner } = section;
  const { page, say } = await signIn(browser, section.officerName, "en");
  await page.goto("/account");
  const open = page.getByRole("button", { name: say("delegation.give"), exact: true });
  await open.click();
  const give = page.getByRole("dialog", { name: say("delegation.give"), exact: true });
  const go = give.getByRole("button", { name: say("delegation.give.go"), exact: true });
  const person = give.getByRole("combobox", { name: say("organisation.person"), exact: true });
  const from = give.getByLabel(say("delegation.from"), { exact: false }).first();
  const until = give.getByLabel(say("delegation.until"));
  const choose = async (userName: string) => {
    await person.fill(userName);
    await page.getByRole("option").filter({ hasText: userName }).click();
  };
  const thirtyDays = new Date(Date.now() + 30 * 86_400_000 + 5 * 3_600_000).toISOString().slice(0, 10);
  await expect(until).toHaveValue(thirtyDays);
  await until.fill("");
  await go.click();
  await expectRefused(page, say("organisation.person"), say("organisation.person.choose"));
  await expectRefused(page, say("delegation.until"), say("delegation.until.choose"));
  await choose(section.assistantName);
  await until.fill("2026-01-01");
  await go.click();
  await expectRefused(page, say("delegation.until"), "It has to end after it begins, and in the future.");
  await expectNoViolation(page, "a wrong day");
  await until.fill("2999-12-31");
  await go.click();
  await expectRefused(page, say("delegation.until"), /a year at most/);
  await until.fill(thirtyDays);
  await from.fill(new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10));
  await go.click();
  await expectRefused(page, say("delegation.until"), "It has to end after it begins, and in the future.");
  await from.fill(new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10));
  for (const wrong of [ADMINISTRATOR, AUDITOR]) {
    await choose(wrong);
    await go.click();
    await expectRefused(page, say("organisation.person"), /manages or audits the organisation/);
  }
  await choose(section.assistantName);
  await go.click();
  await expectSaid(page, say("delegation.given"));
  const line = page.getByRole("listitem").filter({ hasText: called("Ayesha", corner) });
  await expect(line).toContainText(say("delegation.state.coming"));
  await open.click();
  await choose(section.assistantName);
  await go.click();
  await expectRefused(page, say("organisation.person"), /assists at the post already/);
  await give.getByRole("button", { name: say("ui.cancel"), exact: true }).click();

  const end = page.getByRole("button", { name: new RegExp(say("delegation.end.of", { name: ".+" })) });
  await end.click();
  const sure = page.getByRole("alertdialog");
  await expectNoViolation(page, "ending an assistance");
  await sure.getByRole("button", { name: say("ui.cancel"), exact: true }).click();
  await expect(line).toContainText(say("delegation.state.coming"));
  await end.click();
  await sure.getByRole("button", { name: say("delegation.end.go"), exact: true }).click();
  await expectSaid(page, say("delegation.ended"));
  await expect(line).toContainText(say("delegation.state.ended"));
  await expect(line).toContainText(new RegExp(say("delegation.endedBy", { time: ".+", name: ".*Bilal.*" })));
  await expect(end).toHaveCount(0);

  await giveAssistance(section);
  const assistant = await signIn(browser, section.assistantName, "ur");
  const words = assistant.say;
  await assistant.page.goto("/account");
  await assistant.page
    .getByRole("button", { name: new RegExp(words("delegation.layDown.of", { post: "" })) })
    .click();
  await expectNoViolation(assistant.page, "laying it down");
  const certain = assistant.page.getByRole("alertdialog");
  await certain.getByRole("button", { name: words("delegation.layDown.go"), exact: true }).click();
  await expectSaid(assistant.page, words("delegation.laidDown"));
  await expect(assistant.page.getByText(words("shell.noCharge"))).toBeVisible();
  await expect(
    assistant.page.getByRole("heading", { name: words("delegation.assisted"), exact: true }),
  ).toHaveCount(0);
});

for (const language of LANGUAGES) {
  test(`who holds a post and assists at another changes between them, also on a phone (${language})`, async ({
    browser,
    request,
  }) => {
    const section = await newSection(request);
    const { corner } = section;
    // The superior's officer assists the officer: he has a post of his own.
    const charges = await corner.newPerson("Tariq", [
      await corner.newPost(await corner.newUnit("Other"), "Keeper"),
    ]);
    await giveAssistance({ ...section, assistantId: charges.id });
    const file = await fileOf(section, "Seen at the other post");
    const { page, say } = await signIn(browser, charges.userName, language);
    await page.setViewportSize(PHONE);
    const refusals = refusalsOf(page);
    const acting = page.getByLabel(say("shell.actingFor"));
    await expect(page.getByRole("note")).toHaveCount(0);
    await acting.selectOption(section.post.id);
    await expect(page.getByRole("note")).toBeVisible();
    await expect(acting.locator("option:checked")).toHaveText(
      new RegExp(say("delegation.assistantTo", { post: ".+", officer: ".+", day: ".+" })),
    );
    await expect(page.getByRole("link", { name: /Seen at the other post/ })).toBeVisible();
    await expectNoSideScroll(page);
    const assistant = { page, say };
    await page.goto(`/files/${file.id}`);
    await draftWords(assistant, "On a phone.");
    await expectNoSideScroll(page);
    await putUp(assistant);
    await expectNoSideScroll(page);
    await expectNoViolation(page, "put up, on a phone");
    await page.goto("/account");
    await expect(page.getByRole("heading", { name: say("delegation.assisted"), exact: true })).toBeVisible();
    await expectNoSideScroll(page);

    const officer = await signIn(browser, section.officerName, language);
    await officer.page.setViewportSize(PHONE);
    await officer.page.goto(`/files/${file.id}`);
    await officer.page.getByRole("button", { name: say("delegation.draft.read"), exact: true }).click();
    await expectNoSideScroll(officer.page);
    await officer.page.getByRole("button", { name: say("delegation.take"), exact: true }).click();
    await expect(officer.page.getByRole("textbox", { name: say("note.editor.label") })).toHaveText(
      "On a phone.",
    );
    await expectNoSideScroll(officer.page);
    await officer.page.goto("/account");
    await officer.page.getByRole("button", { name: say("delegation.give"), exact: true }).click();
    await expect(officer.page.getByRole("dialog")).toBeVisible();
    await expectNoSideScroll(officer.page);

    // Laid down, one acts for one's own post again.
    await page.getByRole("button", { name: new RegExp(say("delegation.layDown.of", { post: "" })) }).click();
    await page
      .getByRole("alertdialog")
      .getByRole("button", { name: say("delegation.layDown.go"), exact: true })
      .click();
    await expectSaid(page, say("delegation.laidDown"));
    await expect(page.getByRole("note")).toHaveCount(0);
    await expect(page.getByRole("banner")).toContainText(called("Keeper", corner));
    expect(refusals).toEqual([]);
  });
}
