import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactNode } from "react";
import { describe, expect, it, vi } from "vitest";
import { lazily } from "./lazily";

const show = (content: ReactNode) => render(<I18nProvider i18n={i18n}>{content}</I18nProvider>);
const Editor = ({ text }: { text: string }) => <p>Editor with {text}</p>;

describe("lazily", () => {
  it("waits for the piece and shows it at once the next time", async () => {
    const load = vi.fn(async () => Editor);
    const Piece = lazily(load, { waiting: <p>Loading</p> });
    const first = show(<Piece text="one" />);
    expect(screen.getByText("Loading")).toBeVisible();
    expect(await screen.findByText("Editor with one")).toBeVisible();
    first.unmount();
    show(<Piece text="two" />);
    expect(screen.getByText("Editor with two")).toBeVisible();
    expect(load).toHaveBeenCalledTimes(1);
  });

  it("says in its own place that it could not be loaded, and tries anew", async () => {
    const load = vi.fn(async () => Editor).mockRejectedValueOnce(new Error("offline"));
    const Piece = lazily(load);
    show(
      <>
        <p>The rest of the page</p>
        <Piece text="one" />
      </>,
    );
    expect(await screen.findByRole("alert")).toHaveTextContent("could not be loaded");
    expect(screen.getByText("The rest of the page")).toBeVisible();
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    expect(await screen.findByText("Editor with one")).toBeVisible();
    expect(load).toHaveBeenCalledTimes(2);
  });

  it("gives up what has no place of its own, and is loaded when it is asked for again", async () => {
    const load = vi.fn(async () => Editor).mockRejectedValueOnce(new Error("offline"));
    const giveUp = vi.fn();
    const Piece = lazily(load, { giveUp });
    const first = show(<Piece text="one" />);
    await vi.waitFor(() => expect(giveUp).toHaveBeenCalledWith({ text: "one" }));
    expect(screen.queryByRole("alert")).toBeNull();
    first.unmount();
    show(<Piece text="two" />);
    expect(await screen.findByText("Editor with two")).toBeVisible();
  });

  it("answers a preload whether it is there", async () => {
    const Piece = lazily(vi.fn(async () => Editor).mockRejectedValueOnce(new Error("offline")));
    await Piece.preload();
    expect(Piece.isThere()).toBe(false);
    await Piece.preload();
    expect(Piece.isThere()).toBe(true);
  });
});
