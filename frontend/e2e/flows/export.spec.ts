import { execFile } from "node:child_process";
import { copyFile, mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { expect } from "@playwright/test";
import { expectNoViolation } from "../axe";
import { LANGUAGES, SECTION_OFFICER } from "../office";
import { restOfficer } from "../rest";
import { signInOnNewFile } from "../steps";
import { test } from "../test";

const run = promisify(execFile);
const ROOT = path.resolve(import.meta.dirname, "../../..");
/** The program that serves the office. */
const PROGRAM = path.join(process.env.CARGO_TARGET_DIR ?? path.join(ROOT, "target"), "debug", "daftar");

for (const language of LANGUAGES) {
  test(`an officer takes a file along, and a stranger proves it (${language})`, async ({
    browser,
    request,
  }) => {
    const { page, say, file } = await signInOnNewFile({ browser, request }, "Exported", language);
    const rest = await restOfficer(request, SECTION_OFFICER);
    const paragraphs = [{ dir: "auto", spans: [{ text: "To be exported." }] }];
    await rest.send(`/files/${file.id}/notes`, { kind: "note", body: { paragraphs } }, file.version);
    await page.reload();
    await page.getByRole("button", { name: say("file.more"), exact: true }).click();
    await page.getByRole("menuitem", { name: say("file.menu.export"), exact: true }).click();
    const dialog = page.getByRole("dialog", { name: say("export.title") });
    await expect(dialog.getByLabel(say("export.language"))).toHaveValue(language);
    await dialog.getByRole("button", { name: say("export.do"), exact: true }).click();
    const book = dialog.getByRole("button", { name: say("export.book") });
    await expect(book).toBeVisible({ timeout: 60_000 });
    await expectNoViolation(page, "export");
    const folder = await mkdtemp(path.join(tmpdir(), "daftar-export-"));
    const save = async (text: string, name: string) => {
      const coming = page.waitForEvent("download");
      await dialog.getByRole("button", { name: say(text) }).click();
      const saved = path.join(folder, name);
      await copyFile(await (await coming).path(), saved);
      return saved;
    };
    const pdf = await save("export.book", "book.pdf");
    expect((await readFile(pdf)).subarray(0, 8).toString()).toBe("%PDF-1.7");
    const zip = await save("export.archive", "file.zip");
    const { stdout } = await run(PROGRAM, ["verify", "--file", zip], { cwd: folder });
    expect(stdout).toContain("1 notes");
    expect(stdout).toContain("1 signatures");
  });
}
