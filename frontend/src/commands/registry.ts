import { useEffect, useRef } from "react";
import { Store } from "@/api/store";

export type CommandGroup = "go" | "here" | "office";

/** Keys by their place on the keyboard (`event.code`), so that they live under an Urdu keyboard too. */
export interface Shortcut {
  /** One key, or two pressed one after the other. */
  codes: [string] | [string, string];
  ctrl?: boolean;
  shift?: boolean;
}

/** Something the reader may do now: the palette offers it, its shortcut runs it, the help lists it. */
export interface Command {
  id: string;
  label: string;
  group: CommandGroup;
  shortcut?: Shortcut;
  run: () => void;
}

const lists = new Map<symbol, Command[]>();

/** All commands of what is on the screen; a page registers only those that the officer may use. */
export const commands = new Store<Command[]>([]);

function publish(): void {
  const all = new Map<string, Command>();
  for (const list of lists.values()) for (const command of list) all.set(command.id, command);
  commands.set([...all.values()]);
}

/** Offers commands while the component is on the screen. */
export function useCommands(list: Command[]): void {
  const key = useRef(Symbol("commands"));
  const latest = useRef(list);
  latest.current = list;
  const signature = list.map((command) => command.id + command.label).join("\n");
  // The list is made anew in every rendering; only a change of what it offers is published.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the signature stands for the list
  useEffect(() => {
    const owner = key.current;
    const stable = latest.current.map((command) => ({
      ...command,
      run: () => latest.current.find((current) => current.id === command.id)?.run(),
    }));
    lists.set(owner, stable);
    publish();
    return () => {
      lists.delete(owner);
      publish();
    };
  }, [signature]);
}
