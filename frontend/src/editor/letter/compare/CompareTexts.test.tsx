import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import type { Text } from "../text";
import CompareTexts from "./CompareTexts";

const wide = vi.hoisted(() => ({ is: true }));
vi.mock("@/ui/useIsWide", () => ({ useIsWide: () => wide.is }));

const text = (...lines: string[]): Text => ({
  blocks: lines.map((line) => ({ type: "paragraph", content: [{ text: line }] })),
});
const same = ["one stays", "two stays", "three stays", "four stays", "five stays"];

function compared() {
  return render(
    <I18nProvider i18n={i18n}>
      <CompareTexts
        before={text(...same, "dated 12-11-2026 as it was", "gone")}
        after={text(...same, "dated 14-11-2026 as it was")}
        language="en"
        beforeLabel="Version 3"
        afterLabel="Version 4"
      />
    </I18nProvider>,
  ).container;
}

it("sets the two beside each other, what was removed in the one and what was added in the other", async () => {
  wide.is = true;
  const page = compared();
  expect(screen.getByText("1 paragraph changed, 1 paragraph removed")).toBeVisible();
  expect(screen.getAllByRole("columnheader").map((it) => it.textContent)).toEqual(["Version 3", "Version 4"]);
  const [before, after] = screen.getByText("Changed").closest("tr")?.children ?? [];
  expect(before?.querySelector("del .compare-words")).toHaveTextContent("12-11-2026");
  expect(before?.querySelector("ins")).toBeNull();
  expect(after?.querySelector("ins")).toHaveTextContent("added: 14-11-2026 end");
  expect(after?.querySelector("del")).toBeNull();
  expect(page).not.toHaveTextContent("two stays");
  await userEvent.click(screen.getByRole("button", { name: "Show 4 unchanged paragraphs" }));
  expect(screen.getAllByText("two stays")).toHaveLength(2);
});

it("has one column where there is no room for two", () => {
  wide.is = false;
  const page = compared();
  expect(screen.queryByRole("table")).toBeNull();
  const [changed] = page.querySelectorAll('li[data-change="changed"]');
  expect(changed?.querySelector("del")).toHaveTextContent("removed: 12-11-2026 end");
  expect(changed?.querySelector("ins")).toHaveTextContent("added: 14-11-2026 end");
});
