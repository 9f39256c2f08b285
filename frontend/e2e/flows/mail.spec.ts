import { mkdir, readFile, rename, utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect } from "@playwright/test";
import { expectNoViolation } from "../axe";
import { CLERK, LANGUAGES, LETTER, signIn, subjectOf } from "../office";
import { test } from "../test";

const MAILBOX = process.env.DAFTAR_MAILBOX ?? "";

/** Lays a mail into the folder of the registry, as a mail server does. */
async function deliver(subject: string, text: string, papers: { name: string; content: Buffer }[]) {
  const encoded = (words: string) => `=?UTF-8?B?${Buffer.from(words).toString("base64")}?=`;
  const parts = papers.map(
    ({ name, content }) =>
      `--b\r\nContent-Type: application/octet-stream; name="${name}"\r\nContent-Transfer-Encoding: base64\r\n` +
      `Content-Disposition: attachment; filename="${name}"\r\n\r\n${content.toString("base64")}\r\n`,
  );
  const mail =
    `From: ${encoded("محمد اسلم")} <aslam@irrigation.example.org>\r\nSubject: ${encoded(subject)}\r\n` +
    `Date: ${new Date().toUTCString()}\r\nMessage-ID: <${Date.now()}@irrigation.example.org>\r\n` +
    `Content-Type: multipart/mixed; boundary=b\r\n\r\n` +
    `--b\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${text}\r\n` +
    `${parts.join("")}--b--\r\n`;
  const folder = path.join(MAILBOX, "FD-R&I");
  await mkdir(folder, { recursive: true });
  const name = path.join(folder, `${Date.now()}-${Math.random().toString(36).slice(2)}.eml`);
  await writeFile(`${name}.tmp`, mail);
  const longAgo = new Date(Date.now() - 60_000);
  await utimes(`${name}.tmp`, longAgo, longAgo);
  await rename(`${name}.tmp`, name);
}

for (const language of LANGUAGES) {
  test(`a mail comes in, is diarised with its papers, and one is set aside (${language})`, async ({
    browser,
  }) => {
    const { page, say } = await signIn(browser, CLERK, language);
    const subject = subjectOf(language === "ur" ? "راجباہ کی پختگی" : "Lining of the distributary");
    const spam = subjectOf("Winner");
    const letter = await readFile(LETTER);
    await deliver(subject, "Sir, the request is attached.\r\n\r\nجناب عالی! درخواست منسلک ہے۔", [
      { name: "request.pdf", content: letter },
      { name: "budget.xlsx", content: Buffer.from("PK\u0003\u0004 a table") },
    ]);
    await deliver(spam, "You have won.", []);

    await page.goto("/registry");
    await page.getByRole("link", { name: say("mail.title") }).click();
    await expect(page).toHaveURL(/\/registry\/mail$/);
    await expect(async () => {
      await page.reload();
      await expect(page.getByRole("link", { name: subject })).toBeVisible({ timeout: 5000 });
      await expect(page.getByRole("link", { name: spam })).toBeVisible({ timeout: 5000 });
    }).toPass({ timeout: 45_000 });
    await expectNoViolation(page, "mailbox");

    await page.getByRole("link", { name: subject }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText(subject);
    await expect(page.getByText("request.pdf").first()).toBeVisible();
    await expect(page.getByText(say("mail.refusal.type"))).toBeVisible();
    await expectNoViolation(page, "mail");

    await page.getByRole("link", { name: say("mail.act.diarise"), exact: true }).click();
    await expect(page.getByLabel(say("paper.subject"), { exact: true })).toHaveValue(subject);
    await expect(page.getByLabel(say("receipt.sender_name"))).toHaveValue("محمد اسلم");
    await expectNoViolation(page, "diarise a mail");
    await page.getByRole("button", { name: say("receipt.save"), exact: true }).click();
    await expect(page).toHaveURL(/\/receipts\//);
    await expect(page.getByRole("option", { name: /request\.pdf/ })).toHaveCount(1);

    await page.goto("/registry/mail");
    await page.getByRole("link", { name: spam }).click();
    await page.getByRole("button", { name: say("mail.act.aside"), exact: true }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: say("mail.act.aside"), exact: true }).click();
    await expect(page.getByText(say("mail.done.aside"))).toBeVisible();
    await expect(page.getByText(say("mail.reason.unsolicited"))).toBeVisible();
    await page.getByRole("button", { name: say("mail.act.back"), exact: true }).click();
    await expect(page.getByText(say("mail.done.back"))).toBeVisible();
    await expect(page.getByRole("button", { name: say("mail.act.aside"), exact: true })).toBeVisible();
  });
}
