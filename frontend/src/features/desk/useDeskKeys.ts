import { useLingui } from "@lingui/react";
import type { DeskItem } from "@/api/schema";
import { type Command, useCommands } from "@/commands/registry";
import type { Selection } from "./useSelection";

/** The link of a row carries its item's id, so that keys can move the focus itself. */
export function rowId(item: DeskItem): string {
  return `desk-${item.id}`;
}

function focusedIndex(items: DeskItem[]): number {
  const row = document.activeElement?.closest("[data-desk-row]");
  return items.findIndex((item) => item.id === row?.getAttribute("data-desk-row"));
}

/**
 * `j` and `k` walk the rows, Enter follows the focused link by itself, `x` selects, `m` marks as read; the last two only
 * for whoever may mark.
 */
export function useDeskKeys(
  items: DeskItem[],
  selection: Selection | null,
  read: (ids: string[]) => void,
): void {
  const { i18n } = useLingui();
  const move = (step: number) => {
    const from = focusedIndex(items);
    const to =
      from < 0 ? (step > 0 ? 0 : items.length - 1) : Math.min(Math.max(from + step, 0), items.length - 1);
    const item = items[to];
    if (!item) return;
    const link = document.getElementById(rowId(item));
    link?.focus();
    link?.scrollIntoView({ block: "nearest" });
  };
  const here = () => items[focusedIndex(items)];
  const commands: Command[] = [
    {
      id: "desk.next",
      label: i18n._({ id: "desk.key.next", message: "Next paper" }),
      group: "here",
      shortcut: { codes: ["KeyJ"] },
      run: () => move(1),
    },
    {
      id: "desk.previous",
      label: i18n._({ id: "desk.key.previous", message: "Previous paper" }),
      group: "here",
      shortcut: { codes: ["KeyK"] },
      run: () => move(-1),
    },
  ];
  const marks = (chosen: Selection): Command[] => [
    {
      id: "desk.select",
      label: i18n._({ id: "desk.key.select", message: "Select the paper" }),
      group: "here",
      shortcut: { codes: ["KeyX"] },
      run: () => {
        const item = here();
        if (item) chosen.toggle(item.id);
      },
    },
    {
      id: "desk.read",
      label: i18n._({ id: "desk.markRead", message: "Mark as read" }),
      group: "here",
      shortcut: { codes: ["KeyM"] },
      run: () => {
        const item = here();
        read(chosen.ids.length > 0 ? chosen.ids : item ? [item.id] : []);
      },
    },
  ];
  useCommands(selection ? [...commands, ...marks(selection)] : commands);
}
