import { expect, type Page } from "@playwright/test";
import { ADDITIONAL_SECRETARY, SECTION_OFFICER, signIn, subjectOf } from "../office";
import { newFile, restOfficer } from "../rest";
import { test } from "../test";

type Office = Parameters<typeof restOfficer>[0];

/** A file on the desk of Additional Secretary (Budget), which Additional Secretary (Expenditure) may not see. */
async function fileOfOnePost(request: Office, subject: string): Promise<string> {
  const sender = await restOfficer(request, SECTION_OFFICER);
  const receiver = await restOfficer(request, ADDITIONAL_SECRETARY);
  const { id, version } = await newFile(sender, subject);
  const body = { to_post_id: receiver.post, action: "for_approval" };
  await sender.send(`/files/${id}/movements`, body, version);
  return id;
}

/** Watches the page from now on: whether the words ever stand under the name of the other post. */
async function watchFor(
  page: Page,
  label: string,
  post: string,
  words: string,
): Promise<() => Promise<boolean>> {
  await page.evaluate(
    ([label, post, words]) => {
      const look = () => {
        const chosen = document.querySelector<HTMLSelectElement>(`select[aria-label="${label}"]`)?.value;
        const main = document.querySelector("main")?.textContent ?? "";
        if (chosen === post && main.includes(words)) document.body.dataset.seen = "yes";
      };
      new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true });
      setInterval(look, 5);
    },
    [label, post, words] as const,
  );
  return () => page.evaluate(() => document.body.dataset.seen === "yes");
}

for (const start of ["desk", "file"] as const) {
  test(`after a change of the acting post nothing of the old one is shown, not for a moment (${start})`, async ({
    browser,
    request,
  }) => {
    const subject = subjectOf("Of one post only");
    const file = await fileOfOnePost(request, subject);
    const { page, say } = await signIn(browser, ADDITIONAL_SECRETARY, "en");
    if (start === "file") await page.goto(`/files/${file}`);
    else await page.goto("/?sort=arrival");
    const shown = page.getByRole("main").getByText(subject).filter({ visible: true });
    await expect(shown.first()).toBeVisible();

    const acting = page.getByLabel(say("shell.actingFor"));
    const own = await acting.inputValue();
    const other = (await acting.locator(`option:not([value="${own}"])`).first().getAttribute("value")) ?? "";
    const seen = await watchFor(page, say("shell.actingFor"), other, subject);
    // The lines of the office are slow.
    await page.route(/\/api\/v1\/(me|desk|files)/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 400));
      await route.continue();
    });
    const foreign: string[] = [];
    page.on("request", (asked) => {
      if (asked.url().includes(file) && asked.headers()["acting-post"] === other) foreign.push(asked.url());
    });
    const list = page.waitForRequest(
      (asked) => asked.url().includes("/desk?show=all") && asked.headers()["acting-post"] === other,
    );
    await acting.selectOption(other);
    await list;
    await expect(acting).toHaveValue(other);
    await expect(page.getByRole("heading", { name: say("desk.title") })).toBeVisible();
    await expect(page.getByRole("main").locator("[aria-busy]")).toHaveCount(0);
    await expect(page.getByText(subject)).toHaveCount(0);
    expect(await seen()).toBe(false);
    expect(foreign).toEqual([]);
    await expect(page).toHaveURL(/\/$/);

    // And back: the papers are there again.
    await acting.selectOption(own);
    await expect(acting).toHaveValue(own);
    await page.goto("/?sort=arrival");
    await expect(page.getByText(subject).first()).toBeVisible();
  });
}

test("without an answer the post does not change, and its papers stay", async ({ browser, request }) => {
  const subject = subjectOf("Stays with its post");
  await fileOfOnePost(request, subject);
  const { page, say } = await signIn(browser, ADDITIONAL_SECRETARY, "en");
  await page.goto("/?sort=arrival");
  await expect(page.getByText(subject)).toBeVisible();
  const acting = page.getByLabel(say("shell.actingFor"));
  const own = await acting.inputValue();
  await page.route("**/api/v1/me", (route) => route.abort("connectionreset"));
  await acting.selectOption({
    index: 1 - (await acting.evaluate((one: HTMLSelectElement) => one.selectedIndex)),
  });
  await expect(page.getByText(say("ui.unreachable"))).toBeVisible();
  await expect(acting).toHaveValue(own);
  await expect(page.getByText(subject)).toBeVisible();
  await page.unroute("**/api/v1/me");
  const sent = page.waitForRequest((asked) => asked.url().includes("scope=sent"));
  await page.getByRole("link", { name: say("desk.sent"), exact: true }).click();
  expect((await sent).headers()["acting-post"]).toBe(own);
});
