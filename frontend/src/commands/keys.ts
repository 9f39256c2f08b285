import { type Command, commands, type Shortcut } from "./registry";

/** How long the first key of two waits for the second. */
const SEQUENCE_MS = 1200;

let first: { code: string; at: number } | null = null;

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  if (target instanceof HTMLInputElement)
    return !["checkbox", "radio", "button", "submit"].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

function isInLayer(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest("[role=dialog],[role=alertdialog],[role=menu],[role=listbox]") !== null
  );
}

function matches(shortcut: Shortcut, event: KeyboardEvent, before: string | null): boolean {
  if (Boolean(shortcut.ctrl) !== (event.ctrlKey || event.metaKey)) return false;
  if (Boolean(shortcut.shift) !== event.shiftKey) return false;
  const [one, two] = shortcut.codes;
  return two ? before === one && event.code === two : before === null && event.code === one;
}

/** The command a key press means now, among those offered. */
export function commandFor(event: KeyboardEvent, offered: Command[], now: number): Command | null {
  if (event.defaultPrevented || event.isComposing || event.altKey || event.repeat) return null;
  const quiet = isTyping(event.target) || isInLayer(event.target);
  const before = first && now - first.at < SEQUENCE_MS ? first.code : null;
  first = null;
  const usable = offered.filter((command) => command.shortcut && (!quiet || command.shortcut.ctrl));
  const found = usable.find((command) => command.shortcut && matches(command.shortcut, event, before));
  if (found) return found;
  const begins = usable.some(
    (command) => command.shortcut?.codes[1] && command.shortcut.codes[0] === event.code,
  );
  if (begins && !event.ctrlKey && !event.metaKey) first = { code: event.code, at: now };
  return null;
}

/** Listens for shortcuts on the whole page; returns how to stop. */
export function listenForShortcuts(): () => void {
  const onKey = (event: KeyboardEvent) => {
    const command = commandFor(event, commands.get(), event.timeStamp);
    if (!command) return;
    event.preventDefault();
    command.run();
  };
  window.addEventListener("keydown", onKey);
  return () => window.removeEventListener("keydown", onKey);
}

const NAMES: Record<string, string> = { Slash: "/", Enter: "↵", Escape: "Esc", Period: ".", Comma: "," };

/** What is printed on the keys of a shortcut. */
export function keyNames(shortcut: Shortcut): string[] {
  if (shortcut.shift && shortcut.codes[0] === "Slash") return ["?"];
  const names = shortcut.codes.map((code) => NAMES[code] ?? code.replace(/^Key|^Digit/, ""));
  return [...(shortcut.ctrl ? ["Ctrl"] : []), ...(shortcut.shift ? ["Shift"] : []), ...names];
}
