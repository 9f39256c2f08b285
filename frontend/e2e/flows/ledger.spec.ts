import { readFile } from "node:fs/promises";
import { type APIRequestContext, type Download, expect, type Page } from "@playwright/test";
import { expectNoViolation } from "../axe";
import {
  ADMINISTRATOR,
  AUDITOR,
  CLERK,
  LANGUAGES,
  type Officer,
  SECTION_OFFICER,
  signIn,
  subjectOf,
} from "../office";
import { newFile, restOfficer } from "../rest";
import { test } from "../test";

interface Entry {
  id: string;
  position: number | null;
  body: object;
}

/** An act of an officer, with the receipt that he got for it. */
async function newAct(request: APIRequestContext) {
  const officer = await restOfficer(request, SECTION_OFFICER);
  const file = await newFile(officer, subjectOf("For the auditor"));
  const { version } = await officer.get<{ version: number }>(`/files/${file.id}`);
  const paragraphs = [{ dir: "auto", spans: [{ text: "Seen." }] }];
  const note = { kind: "note", body: { paragraphs } };
  const { entry } = await officer.send<{ entry: string }>(`/files/${file.id}/notes`, note, version);
  return { file, receipt: entry };
}

/** The entry that has a receipt, once it has its place. */
async function placed(request: APIRequestContext, receipt: string): Promise<Entry & { position: number }> {
  const auditor = await restOfficer(request, AUDITOR);
  for (;;) {
    const { items } = await auditor.get<{ items: Entry[] }>(`/ledger/entries?digest=${receipt}`);
    const [entry] = items;
    if (entry && entry.position !== null) return { ...entry, position: entry.position };
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

const textOf = async (download: Download) => readFile(await download.path(), "utf8");

/** Finds the entry of an act by its receipt, as an auditor does. */
async function find({ page, say }: Officer, receipt: string): Promise<void> {
  await page.goto("/ledger");
  await page.getByLabel(say("ledger.find")).fill(receipt);
  await page.getByRole("button", { name: say("ledger.find.do"), exact: true }).click();
  await expect(page.getByRole("region", { name: say("ledger.more"), exact: true })).toHaveCount(1);
}

const proofOf = ({ page, say }: Officer) => page.getByRole("status", { name: say("ledger.prove.result") });

/** Answers the server's evidence with something else. */
async function answerEvidence(page: Page, change: (evidence: { proof: string[] }) => object): Promise<void> {
  await page.route(/\/ledger\/entries\/[^/]+\/evidence/, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: change(await answer.json()) });
  });
}

for (const language of LANGUAGES) {
  test(`an auditor finds an act by its receipt and proves it (${language})`, async ({ browser, request }) => {
    const { file, receipt } = await newAct(request);
    const entry = await placed(request, receipt);
    const auditor = await signIn(browser, AUDITOR, language);
    const { page, say } = auditor;
    await page.goto("/ledger");
    await page.getByLabel(say("ledger.find")).fill("F.8-2/2026");
    await page.keyboard.press("Enter");
    await expect(page.getByText(say("ledger.find.wrong"))).toBeVisible();

    await find(auditor, receipt);
    const details = page.getByRole("region", { name: say("ledger.more"), exact: true });
    await expect(details.getByText(receipt, { exact: true })).toBeVisible();
    await expect(details.getByText(file.id, { exact: true })).toBeVisible();
    await expectNoViolation(page, "an entry");

    const saving = page.waitForEvent("download");
    await page.getByRole("button", { name: say("ledger.prove"), exact: true }).click();
    const saved = await saving;
    expect(saved.suggestedFilename()).toBe(`evidence-${entry.position}.json`);
    const evidence = JSON.parse(await textOf(saved));
    const parts = ["checkpoint", "entry", "keys", "note", "proof", "signature", "signer", "v"];
    expect(Object.keys(evidence).sort()).toEqual(parts);
    expect(evidence.note).toBeNull();
    expect(evidence.entry.position).toBe(entry.position);
    expect(JSON.parse(evidence.entry.body)).toEqual(entry.body);
    const proof = proofOf(auditor);
    await expect(proof.getByText(say("ledger.proof.proven"))).toBeVisible();
    await expect(proof.getByRole("img", { name: say("ledger.proof.good"), exact: true })).toHaveCount(5);
    await expect(proof.getByText(say("ledger.proof.officer.silent"))).toBeVisible();
    await expect(proof.getByText(evidence.keys[0])).toBeVisible();
    await page.getByText(say("ledger.proof.limits"), { exact: true }).click();
    await expectNoViolation(page, "a proof");
    await page.emulateMedia({ colorScheme: "dark" });
    await expectNoViolation(page, "a proof in dark colours");

    // Its file's other acts are one step away.
    await page.getByRole("link", { name: say("ledger.subject"), exact: true }).click();
    await expect(page.getByRole("button", { name: say("ledger.subject.clear") })).toBeVisible();
    await expect(page.getByRole("button", { name: say("ledger.more"), exact: true })).toHaveCount(2);
  });

  test(`an auditor compares the checkpoint that he kept (${language})`, async ({ browser, request }) => {
    await placed(request, (await newAct(request)).receipt);
    const auditor = await signIn(browser, AUDITOR, language);
    const { page, say } = auditor;
    await page.goto("/ledger");
    await page.getByRole("link", { name: say("ledger.state"), exact: true }).click();
    const saving = page.waitForEvent("download");
    await page.getByRole("button", { name: say("ledger.checkpoint.save"), exact: true }).click();
    const saved = await saving;
    const kept = await textOf(saved);
    const size = Number(kept.split("\n")[1]);
    expect(saved.suggestedFilename()).toBe(`checkpoint-${size}.txt`);
    await placed(request, (await newAct(request)).receipt);

    const result = page.getByRole("status", { name: say("ledger.compare.result") });
    const said = (id: string) => say(id, { kept: size, latest: "\0" }).split("\0")[0] ?? "";
    await page.locator('input[type="file"]').setInputFiles({
      name: "checkpoint.txt",
      mimeType: "text/plain",
      buffer: Buffer.from(kept),
    });
    await expect(result).toContainText(said("ledger.compare.continues"));
    await expectNoViolation(page, "a comparison");

    const field = page.getByLabel(say("ledger.compare.kept"));
    const compare = page.getByRole("button", { name: say("ledger.compare.do"), exact: true });
    for (const [doctored, verdict] of [
      [kept.replace(`\n${size}\n`, `\n${size - 1}\n`), "ledger.compare.not_signed"],
      [kept.replace(/^.*\n/, "elsewhere.example/ledger\n"), "ledger.compare.other_origin"],
      ["Dear Sir,", "ledger.compare.no_checkpoint"],
    ] as const) {
      await field.fill(doctored);
      await compare.click();
      await expect(result).toContainText(say(verdict, { origin: "elsewhere.example/ledger" }));
    }
    // A ledger with another past cannot prove that it goes on, whatever it sends.
    await page.route(/\/ledger\/consistency/, async (route) => {
      const answer = await route.fetch();
      const json = (await answer.json()) as { proof: string[] };
      await route.fulfill({ response: answer, json: { ...json, proof: json.proof.slice(1) } });
    });
    await field.fill(kept.trim());
    await compare.click();
    await expect(result).toContainText(said("ledger.compare.altered"));
  });

  test(`an auditor reads the state of the ledger and its checkpoints (${language})`, async ({
    browser,
    request,
  }) => {
    const auditor = await restOfficer(request, AUDITOR);
    const status = await auditor.get<{ origin: string; keys: string[]; checkpoint: { size: number } }>(
      "/ledger/status",
    );
    const { page, say } = await signIn(browser, AUDITOR, language);
    // Pages of one, as the demonstration office has few checkpoints.
    await page.route(/\/ledger\/checkpoints/, (route) =>
      route.continue({ url: route.request().url().replace("limit=20", "limit=1") }),
    );
    await page.goto("/ledger?view=state");
    await expect(page.getByText(status.origin, { exact: true }).first()).toBeVisible();
    await expect(page.getByText(status.keys[0] ?? "", { exact: true })).toBeVisible();
    const rows = page.getByRole("button", { name: new RegExp(say("ledger.history.save", { size: "\\d+" })) });
    await expect(rows).toHaveCount(1);
    await page.getByRole("button", { name: say("ui.more"), exact: true }).click();
    await expect(rows).toHaveCount(2);
    await expect(page.getByText(say("ledger.history.unseen")).first()).toBeVisible();
    const saving = page.waitForEvent("download");
    await rows.last().click();
    const { items } = await auditor.get<{ items: { note: string }[] }>("/ledger/checkpoints?limit=500");
    const older = await textOf(await saving);
    expect(items.map(({ note }) => note)).toContain(older);
    expect(Number(older.split("\n")[1])).toBeLessThan(status.checkpoint.size + 1);
    await expectNoViolation(page, "the state of the ledger");
    await page.emulateMedia({ colorScheme: "dark" });
    await expectNoViolation(page, "the state of the ledger in dark colours");
  });

  test(`an officer reads the timeline of a file (${language})`, async ({ browser, request }) => {
    const { file, receipt } = await newAct(request);
    const { page, say } = await signIn(browser, SECTION_OFFICER, language);
    await page.goto(`/files/${file.id}`);
    await page.getByRole("button", { name: say("timeline"), exact: true }).click();
    const signed = page.getByRole("listitem", { name: say("ledger.kind.note_submitted") });
    await expect(signed).toBeVisible();
    await expect(signed).toContainText(say("timeline.paragraphs", { range: 1 }));
    await expect(page.getByRole("listitem", { name: say("ledger.kind.file_opened") })).toContainText(
      file.number ?? "",
    );
    await signed.getByText(say("timeline.receipt"), { exact: true }).click();
    await expect(signed.getByText(receipt)).toBeVisible();
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await signed.getByRole("button").click();
    await expect(signed.getByText(say("copy.done"))).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(receipt);
    await expectNoViolation(page, "the timeline of a file");
  });
}

test("the timeline of a receipt and of a post is read where they are shown", async ({ browser, request }) => {
  const clerk = await restOfficer(request, CLERK);
  const officer = await restOfficer(request, SECTION_OFFICER);
  const subject = subjectOf("With a timeline");
  const { id } = await clerk.send("/receipts", {
    received_on: new Date(Date.now() - 86_400_000).toISOString().slice(0, 10),
    mode: "post",
    sender_name: "Accountant General",
    subject,
    language: "en",
    classification: "restricted",
    priority: "routine",
    document_ids: [],
    mark: { to_post_id: officer.post, action: "report", copies: [], remark: "Kindly see at once" },
  });
  const { page, say } = await signIn(browser, SECTION_OFFICER, "en");
  await page.goto(`/receipts/${id}`);
  await page.getByText(say("timeline"), { exact: true }).click();
  const marked = page.getByRole("listitem", { name: say("ledger.kind.receipt_marked") });
  await expect(marked).toContainText("Kindly see at once");
  await expect(page.getByRole("listitem", { name: say("ledger.kind.receipt_diarised") })).toContainText(
    subject,
  );

  const administrator = await signIn(browser, ADMINISTRATOR, "en");
  await administrator.page.goto("/organisation");
  await administrator.page.getByLabel(say("organisation.find")).fill("Bud-I");
  await administrator.page.getByRole("link", { name: "Bud-I" }).first().click();
  await administrator.page.getByText("Section Officer (Budget-I)").first().click();
  const panel = administrator.page.getByRole("dialog");
  await panel.getByText(say("timeline"), { exact: true }).click();
  await expect(panel.getByText(say("timeline.receipt"), { exact: true }).first()).toBeVisible();
  await expectNoViolation(administrator.page, "the timeline of a post");
});

test("evidence that was tampered with is told, and not saved by itself", async ({ browser, request }) => {
  const { receipt } = await newAct(request);
  await placed(request, receipt);
  const auditor = await signIn(browser, AUDITOR, "en");
  const { page, say } = auditor;
  await answerEvidence(page, (evidence) => ({ ...evidence, proof: evidence.proof.slice(1) }));
  let saved = 0;
  page.on("download", () => {
    saved += 1;
  });
  await find(auditor, receipt);
  await page.getByRole("button", { name: say("ledger.prove"), exact: true }).click();
  await expect(proofOf(auditor).getByText(say("ledger.proof.refused"), { exact: true })).toBeVisible();
  await expect(proofOf(auditor).getByText(say("ledger.proof.place.bad"))).toBeVisible();
  expect(saved).toBe(0);
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: say("ledger.proof.save_bad"), exact: true }).click();
  expect(JSON.parse(await textOf(await saving)).v).toBe(1);
});

test("a receipt that the ledger does not have is told as what it is", async ({ browser }) => {
  const { page, say } = await signIn(browser, AUDITOR, "en");
  await page.goto(`/ledger?digest=${"0".repeat(64)}`);
  await expect(page.getByText(say("ledger.digest.none"), { exact: true })).toBeVisible();
  await page.goto("/ledger?from=yesterday");
  await expect(page.getByRole("alert")).toBeVisible();
});

for (const language of LANGUAGES) {
  test(`an auditor has the office check its ledger, and sees what came of it (${language})`, async ({
    browser,
  }) => {
    const { page, say } = await signIn(browser, AUDITOR, language);
    await page.goto("/ledger?view=state");
    const panel = page.locator("section").filter({
      has: page.getByRole("heading", { level: 2, name: say("ledger.check"), exact: true }),
    });
    await panel.getByRole("button", { name: say("ledger.check.ask"), exact: true }).click();
    // The button is back when the check has ended.
    await expect(panel.getByRole("progressbar")).toBeVisible();
    await expect(panel.getByRole("button", { name: say("ledger.check.ask"), exact: true })).toBeVisible({
      timeout: 30_000,
    });
    await expect(panel.getByText(say("ledger.check.whole"), { exact: true }).first()).toBeVisible();
    const [looked] = say("ledger.check.counts").split("{");
    await expect(panel).toContainText(looked ?? "");
    await expectNoViolation(page, "the check of the ledger");
  });
}

test("an auditor is told where the ledger is not what was signed, and when a check failed", async ({
  browser,
}) => {
  const { page, say } = await signIn(browser, AUDITOR, "en");
  const run = {
    id: "0195f0c0-0000-7000-8000-000000000001",
    asked_by: null,
    asked_at: "2026-03-03T20:00:00Z",
    started_at: "2026-03-03T20:00:01Z",
    finished_at: "2026-03-03T20:00:03Z",
    done: 17,
    total: 1042,
    checked: null,
  };
  const wrong = {
    ...run,
    state: "wrong",
    place: "note 3 of a file",
    problem: "it is not what its digest covers",
  };
  const unread = {
    ...run,
    id: run.id.replace(/1$/, "2"),
    state: "unread",
    place: null,
    problem: "no database",
  };
  await page.route(/\/ledger\/verifications/, (route) =>
    route.fulfill({ json: { items: [wrong, unread], next_cursor: null } }),
  );
  await page.goto("/ledger?view=state");
  await expect(page.getByRole("alert").filter({ hasText: say("ledger.check.alarm") })).toBeVisible();
  await expect(page.getByText("note 3 of a file: it is not what its digest covers")).toBeVisible();
  await page.getByText(say("ledger.check.earlier"), { exact: true }).click();
  await expect(page.getByText(say("ledger.check.unread"), { exact: true })).toBeVisible();
  await expectNoViolation(page, "the check of the ledger");
});
