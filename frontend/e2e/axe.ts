import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Nothing that axe finds, once the page has come to rest. */
export async function expectNoViolation(page: Page, where: string): Promise<void> {
  await page.waitForLoadState("networkidle");
  // Colours that are still changing are neither the old ones nor the new. They begin to change in the next frame: the
  // page hears only then that the system has become dark.
  await page.evaluate(async () => {
    const changing = () => document.getAnimations().filter((animation) => animation instanceof CSSTransition);
    const frame = () => new Promise(requestAnimationFrame);
    await frame();
    await frame();
    for (let now = changing(); now.length > 0; now = changing()) {
      await Promise.allSettled(now.map((change) => change.finished));
      await frame();
    }
  });
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`,
  );
  expect(found, where).toEqual([]);
}
