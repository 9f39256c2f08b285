import { type APIRequestContext, expect, type Page } from "@playwright/test";
import { ADMINISTRATOR, PASSWORD, type Words } from "./office";
import { type RestOfficer, restOfficer } from "./rest";

interface Made {
  id: string;
  version: number;
}

/** A corner of the organisation that no other journey meets. */
export interface Corner {
  /** Stands in every name and code. */
  run: string;
  administrator: RestOfficer;
  newUnit: (name: string) => Promise<Made>;
  newPost: (
    unit: Made,
    title: string,
    more?: { roles?: string[]; reports_to?: string; grade?: number },
  ) => Promise<Made>;
  /** Somebody who has chosen the published password, and holds the posts, the first as his own. */
  newPerson: (name: string, posts?: Made[]) => Promise<{ id: string; userName: string }>;
}

export async function newCorner(request: APIRequestContext, recoveryCode?: string): Promise<Corner> {
  const run = Math.random().toString(36).slice(2, 8);
  const administrator = await restOfficer(request, ADMINISTRATOR, recoveryCode);
  const codeOf = (name: string) => `${name.replace(/\W+/g, "-")}-${run}`;
  return {
    run,
    administrator,
    newUnit: (name) =>
      administrator.send("/units", {
        parent_id: administrator.unit,
        kind: "section",
        code: codeOf(name),
        name_en: `${name} ${run}`,
        name_ur: `شعبہ ${name} ${run}`,
      }),
    newPost: (unit, title, more = {}) =>
      administrator.send("/posts", {
        unit_id: unit.id,
        code: codeOf(title),
        title_en: `${title} ${run}`,
        title_ur: `عہدہ ${title} ${run}`,
        grade: 17,
        roles: ["officer"],
        ...more,
      }),
    newPerson: async (name, posts = []) => {
      const userName = `${name.toLowerCase().replace(/\W+/g, ".")}.${run}`;
      const names = { name_en: `${name} ${run}`, name_ur: `اہلکار ${name} ${run}` };
      const { id } = await administrator.send("/persons", { user_name: userName, language: "en", ...names });
      const link = await administrator.send<{ url_path: string }>(`/persons/${id}/set-up-link`, {});
      const token = link.url_path.split("#")[1];
      await request.post("/api/v1/set-up", { data: { token, new_password: PASSWORD } });
      for (const [index, post] of posts.entries()) {
        const kind = index === 0 ? "substantive" : "additional";
        await administrator.send(`/posts/${post.id}/charges`, { person_id: id, kind }, post.version);
      }
      return { id, userName };
    },
  };
}

/** The name of what was made in the corner, in either language. */
export const called = (name: string, { run }: Corner) => new RegExp(`${name} ${run}`);

/** Presses a button that asks first, and goes ahead. */
export async function goAhead(page: Page, button: string): Promise<void> {
  await page.getByRole("button", { name: button, exact: true }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: button, exact: true }).click();
}

/** What the office says in passing, to those who hear it too: a dialog does not silence it. */
export async function expectSaid(page: Page, text: string): Promise<void> {
  await expect(page.getByRole("status").getByText(text)).toBeVisible();
}

/** The refusal stands with its field. */
export async function expectRefused(page: Page, label: string, text: string | RegExp): Promise<void> {
  const field = page.getByRole("dialog").last().getByLabel(label);
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(field).toHaveAccessibleDescription(text);
}

export async function closeDialog(page: Page, say: Words): Promise<void> {
  await page
    .getByRole("button", { name: say("ui.close"), exact: true })
    .last()
    .click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
}
