import { describe, expect, it } from "vitest";
import { commandFor, keyNames } from "./keys";
import type { Command, Shortcut } from "./registry";

const command = (id: string, shortcut: Shortcut): Command => ({
  id,
  label: id,
  group: "here",
  shortcut,
  run: () => undefined,
});
const offered = [
  command("next", { codes: ["KeyJ"] }),
  command("desk", { codes: ["KeyG", "KeyD"] }),
  command("palette", { codes: ["KeyK"], ctrl: true }),
  command("help", { codes: ["Slash"], shift: true }),
];

function press(code: string, at: number, init: KeyboardEventInit = {}, target: HTMLElement = document.body) {
  const event = new KeyboardEvent("keydown", { code, bubbles: true, ...init });
  Object.defineProperty(event, "target", { value: target });
  return commandFor(event, offered, at)?.id ?? null;
}

describe("shortcuts", () => {
  it("go by the place of the key, not by its letter", () => {
    expect(press("KeyJ", 0, { key: "ج" })).toBe("next");
  });

  it("take two keys one after the other, in time", () => {
    expect(press("KeyG", 1000)).toBeNull();
    expect(press("KeyD", 1500)).toBe("desk");
    expect(press("KeyG", 2000)).toBeNull();
    expect(press("KeyD", 4000)).toBeNull();
  });

  it("leave typing alone, but for those with Ctrl", () => {
    const input = document.createElement("input");
    expect(press("KeyJ", 0, {}, input)).toBeNull();
    expect(press("KeyK", 0, { ctrlKey: true }, input)).toBe("palette");
  });

  it("need exactly their modifiers", () => {
    expect(press("Slash", 0)).toBeNull();
    expect(press("Slash", 0, { shiftKey: true })).toBe("help");
    expect(press("KeyJ", 0, { ctrlKey: true })).toBeNull();
  });

  it("are shown as the keys are labelled", () => {
    expect(keyNames({ codes: ["KeyK"], ctrl: true })).toEqual(["Ctrl", "K"]);
    expect(keyNames({ codes: ["Slash"], shift: true })).toEqual(["?"]);
    expect(keyNames({ codes: ["KeyG", "KeyD"] })).toEqual(["G", "D"]);
  });
});
