import { expect, type Page } from "@playwright/test";
import { CLERK, LANGUAGES, SECTION_OFFICER, signIn, subjectOf } from "../office";
import { newFile, restOfficer } from "../rest";
import { test } from "../test";

const DAY = 86_400_000;
const dayBefore = (days: number) => new Date(Date.now() - days * DAY).toISOString().slice(0, 10);

/** What only makes sense on a screen is not on the paper, which is white. */
async function expectOnPaper(page: Page): Promise<void> {
  for (const role of ["navigation", "button", "textbox", "searchbox", "combobox", "status"] as const) {
    await expect(page.getByRole(role).filter({ visible: true })).toHaveCount(0);
  }
  await expect(page.getByRole("banner")).toBeHidden();
  await expect(page.locator("html")).toHaveCSS("background-color", "rgb(255, 255, 255)");
  await expect(page.getByRole("heading", { level: 1 }).or(page.getByRole("article")).first()).toHaveCSS(
    "color",
    "rgb(0, 0, 0)",
  );
}

/** How often the browser was asked to print. */
async function countPrinting(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const asked = { times: 0 };
    window.print = () => {
      asked.times += 1;
      document.documentElement.dataset.printed = String(asked.times);
    };
  });
  return async () => Number(await page.locator("html").getAttribute("data-printed"));
}

for (const language of LANGUAGES) {
  test(`the diary register is printed whole, with its office and period (${language})`, async ({
    browser,
    request,
  }) => {
    const registry = await restOfficer(request, CLERK);
    // Days on which no other journey diarises.
    const [from, to] = [dayBefore(400), dayBefore(15)];
    const period = `/receipts?from=${from}&to=${to}&limit=50`;
    const numbers: string[] = [];
    for (let cursor = ""; cursor !== "end"; ) {
      const page = await registry.get<{ items: { diary_number: string }[]; next_cursor: string | null }>(
        cursor ? `${period}&cursor=${encodeURIComponent(cursor)}` : period,
      );
      numbers.push(...page.items.map((line) => line.diary_number));
      cursor = page.next_cursor ?? "end";
    }
    expect(numbers.length).toBeGreaterThan(50);

    const { page, say } = await signIn(browser, CLERK, language);
    const printed = await countPrinting(page);
    await page.emulateMedia({ colorScheme: "dark" });
    await page.goto(`/registry?from=${from}&to=${to}`);
    await expect(page.getByRole("table").getByRole("row")).toHaveCount(51);
    // Whoever prints with the browser's own command is told that there is more.
    await page.emulateMedia({ media: "print" });
    await expect(page.getByText(say("registry.not_whole"))).toBeVisible();
    await page.emulateMedia({ media: null });

    await page.getByRole("button", { name: say("registry.print"), exact: true }).click();
    await expect.poll(printed).toBe(1);
    await page.emulateMedia({ media: "print" });
    await expectOnPaper(page);
    await expect(page.getByText(say("registry.not_whole"))).toBeHidden();
    await expect(page.getByRole("heading", { name: say("registry.title") })).toBeVisible();
    await expect(
      page.getByRole("main").getByText(/^R&I Branch, Finance Department|^شعبہ وصول و ترسیل، محکمہ خزانہ/),
    ).toBeVisible();
    const heading = page.getByRole("paragraph").filter({ hasText: say("registry.from") });
    await expect(heading).toContainText(say("registry.to"));
    await expect(heading.getByRole("time")).toHaveCount(2);
    const rows = page.getByRole("table").getByRole("row").filter({ visible: true });
    await expect(rows).toHaveCount(numbers.length + 1);
    expect(await rows.locator("td:first-child").allInnerTexts()).toEqual(numbers);

    // From a phone it is the same register, not the list that fits the phone.
    await page.setViewportSize({ width: 390, height: 844 });
    await expect(rows).toHaveCount(numbers.length + 1);
  });

  test(`the notes of a file are printed as a noting sheet (${language})`, async ({ browser, request }) => {
    const officer = await restOfficer(request, SECTION_OFFICER);
    const subject = subjectOf("Printed");
    const file = await newFile(officer, subject);
    const texts = ["The proposal is in order.", "کیس برائے احکامات پیش ہے۔"];
    for (const text of texts) {
      const { version } = await officer.get<{ version: number }>(`/files/${file.id}`);
      const body = { paragraphs: [{ dir: text === texts[0] ? "ltr" : "rtl", spans: [{ text }] }] };
      await officer.send(`/files/${file.id}/notes`, { kind: "note", body }, version);
    }
    const { page, say } = await signIn(browser, SECTION_OFFICER, language);
    const printed = await countPrinting(page);
    await page.emulateMedia({ colorScheme: "dark" });
    await page.goto(`/files/${file.id}`);
    await expect(page.getByRole("article")).toHaveCount(2);
    await page.getByRole("button", { name: say("file.print"), exact: true }).click();
    expect(await printed()).toBe(1);
    await page.emulateMedia({ media: "print" });
    await expectOnPaper(page);
    for (const words of [say("file.sheet"), file.number ?? "", subject, ...texts]) {
      await expect(page.getByText(words).filter({ visible: true }).first()).toBeVisible();
    }
    await expect(
      page.getByText(/^Budget Section I$|^بجٹ سیکشن اول$/).filter({ visible: true }),
    ).toBeVisible();
    // The classification stands at the head and at the foot of every page.
    await expect(
      page.getByText(say("paper.classification.restricted"), { exact: true }).filter({ visible: true }),
    ).toHaveCount(2);
  });
}
