import { expect } from "@playwright/test";
import { CLERK, LANGUAGES, signIn, subjectOf } from "../office";
import { diarise } from "../steps";
import { test } from "../test";

/** A scan on a slow line: this many bytes in a second. */
const LINE = 400_000;

/** A picture that is large enough to be on its way for a while; its rows are noise, which does not compress. */
function largeScan(): Buffer {
  const bytes = Buffer.alloc(1_200_000);
  for (let index = 0; index < bytes.length; index += 1) bytes[index] = (index * 2654435761) >>> 24;
  const head = Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n");
  const pages = "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n";
  const page = "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n";
  const stream = `4 0 obj<</Length ${bytes.length}>>stream\n`;
  const parts = [head, Buffer.from(pages), Buffer.from(page), Buffer.from(stream), bytes];
  const offsets = [head.indexOf("1 0 obj"), head.length, head.length + pages.length];
  offsets.push(head.length + pages.length + page.length);
  const body = Buffer.concat([...parts, Buffer.from("\nendstream endobj\n")]);
  const entries = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const end = `xref\n0 5\n0000000000 65535 f \n${entries}trailer<</Size 5/Root 1 0 R>>\nstartxref\n${body.length}\n%%EOF\n`;
  return Buffer.concat([body, Buffer.from(end)]);
}

for (const language of LANGUAGES) {
  test(`a large scan shows how far it is, can be stopped, and leaves the form free meanwhile (${language})`, async ({
    browser,
  }) => {
    const { page, say } = await signIn(browser, CLERK, language);
    await page.goto("/registry/new");
    const network = await page.context().newCDPSession(page);
    const line = { offline: false, latency: 0, downloadThroughput: -1 };
    await network.send("Network.emulateNetworkConditions", { ...line, uploadThroughput: LINE });
    const scan = { name: "scan.pdf", mimeType: "application/pdf", buffer: largeScan() };
    const progress = page.getByRole("progressbar", {
      name: say("paper.upload.progress", { name: "scan.pdf" }),
    });
    const share = async () => Number(await progress.getAttribute("value"));

    await page.setInputFiles('input[type="file"]', scan);
    await expect.poll(share).toBeGreaterThan(0);
    expect(await share()).toBeLessThan(1);
    await page.getByRole("button", { name: say("paper.upload.remove", { name: "scan.pdf" }) }).click();
    await expect(progress).toBeHidden();
    await expect(page.getByText("scan.pdf")).toHaveCount(0);

    await page.setInputFiles('input[type="file"]', scan);
    await expect.poll(share).toBeGreaterThan(0);
    const subject = subjectOf("Large scan");
    await page.getByLabel(say("receipt.sender_name")).fill("Secretary Irrigation");
    await page.getByLabel(say("paper.subject"), { exact: true }).fill(subject);
    await expect(progress).toBeVisible();
    await network.send("Network.emulateNetworkConditions", { ...line, uploadThroughput: -1 });
    await expect(progress).toBeHidden();
    await expect(page.getByText("scan.pdf")).toBeVisible();
    await page.getByRole("button", { name: say("receipt.save"), exact: true }).click();
    await expect(page).toHaveURL(/\/receipts\/[0-9a-f-]{36}/);
    await expect(page.getByText(subject).first()).toBeVisible();
    await expect(page.getByRole("region", { name: "scan.pdf" })).toBeVisible();
  });
}

test("the pages of a paper in small lead to the pages", async ({ browser }) => {
  const clerk = await signIn(browser, CLERK, "ur");
  const { page, say } = clerk;
  await diarise(clerk, subjectOf("Pages in small"));
  await expect(page.locator(".pdfViewer canvas").first()).toBeVisible();
  const open = page.getByRole("button", { name: say("paper.viewer.thumbnails"), exact: true });
  await open.click();
  await expect(open).toHaveAttribute("aria-pressed", "true");
  const strip = page.getByRole("navigation", { name: say("paper.viewer.thumbnails") });
  const pages = strip.getByRole("button");
  await expect(pages).toHaveCount(3);
  await expect(pages.first()).toHaveAttribute("aria-current", "page");
  // Drawn, not empty: some of its points are ink.
  await expect
    .poll(() =>
      pages
        .first()
        .locator("canvas")
        .evaluate((canvas: HTMLCanvasElement) => {
          const points = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
          return Array.from(points).some(
            (value, index) => index % 4 === 0 && value < 128 && points[index + 3] === 255,
          );
        }),
    )
    .toBe(true);

  await pages.nth(2).click();
  await expect(pages.nth(2)).toHaveAttribute("aria-current", "page");
  await expect(strip.locator("[aria-current]")).toHaveCount(1);
  await expect(page.getByRole("textbox", { name: say("paper.viewer.page") })).toHaveValue("3");
  await expect(page.locator('.pdfViewer .page[data-page-number="3"]')).toBeInViewport();
  // And the other way: who turns the pages sees where he is.
  await page.getByRole("button", { name: say("paper.viewer.previous") }).click();
  await expect(pages.nth(1)).toHaveAttribute("aria-current", "page");
  await open.click();
  await expect(strip).toBeHidden();
});
