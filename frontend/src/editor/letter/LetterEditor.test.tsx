import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import LetterEditor from "./LetterEditor";
import type { Text } from "./text";

const text = (words: string): Text => ({
  blocks: [{ type: "paragraph", align: "start", content: [{ text: words }] }],
});

function shown(props: Partial<Parameters<typeof LetterEditor>[0]> = {}) {
  const onChange = vi.fn<(text: Text) => void>();
  const editor = (more: typeof props) => (
    <I18nProvider i18n={i18n}>
      <LetterEditor
        value={text("Sir,")}
        onChange={onChange}
        language="en"
        label="English text"
        {...props}
        {...more}
      />
    </I18nProvider>
  );
  const { rerender } = render(editor({}));
  return {
    onChange,
    again: (more: typeof props) => rerender(editor(more)),
    box: screen.getByRole("textbox", { name: props.label ?? "English text" }),
  };
}

describe("the editor of a letter", () => {
  it("says what is written, in the direction of its language", () => {
    const english = shown().box;
    expect(english).toHaveTextContent("Sir,");
    expect(english).toHaveAttribute("dir", "ltr");
    const urdu = shown({ language: "ur", label: "Urdu text" }).box;
    expect(urdu).toHaveAttribute("dir", "rtl");
    expect(urdu).toHaveAttribute("lang", "ur");
  });

  it("gives what a button changed, and takes another text without giving it back", async () => {
    const { onChange, again, box } = shown();
    await userEvent.click(screen.getByRole("button", { name: "Numbered paragraph" }));
    const numbered = {
      blocks: [{ type: "paragraph", numbered: true, align: "start", content: [{ text: "Sir," }] }],
    };
    expect(onChange.mock.calls).toEqual([[numbered]]);
    expect(screen.getByRole("button", { name: "Numbered paragraph" })).toHaveAttribute(
      "aria-pressed",
      "true",
    );
    await userEvent.click(screen.getByRole("button", { name: "Numbered paragraph" }));
    // What it gave is no other text, even when it comes back late.
    again({ value: onChange.mock.calls[0]?.[0] ?? text("") });
    expect(box.querySelector("[data-numbered]")).toBeNull();
    again({ value: text("Madam,") });
    expect(box).toHaveTextContent("Madam,");
    expect(onChange).toHaveBeenCalledTimes(2);
  });

  it("is one stop of the Tab key with its buttons; the arrows go along them", async () => {
    shown();
    const bar = within(screen.getByRole("toolbar", { name: "Form of the letter" }));
    bar.getByRole("button", { name: "Bold" }).focus();
    await userEvent.keyboard("{ArrowRight}");
    expect(bar.getByRole("button", { name: "Italic" })).toHaveFocus();
  });

  it("that is only read has no buttons and no count", () => {
    const { box } = shown({ readOnly: true });
    expect(screen.queryByRole("toolbar")).toBeNull();
    expect(box).toHaveAttribute("contenteditable", "false");
    expect(screen.queryByText(/characters/)).toBeNull();
  });

  it("names what cannot be printed, and what is too long", () => {
    const { again } = shown({ value: text("a😀"), unprintable: ["😀"] });
    expect(screen.getByRole("status")).toHaveTextContent("This cannot be printed: 😀");
    expect(screen.getByText("2 of 200,000 characters")).toBeVisible();
    again({ value: text("x".repeat(200_001)), unprintable: [] });
    expect(screen.getByRole("status")).toHaveTextContent("The text is too long");
  });
});
