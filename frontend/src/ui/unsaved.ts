import { i18n } from "@lingui/core";
import { type NavigateOptions, type RouterHistory, useRouter } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { confirm } from "./confirm";

interface Unsaved {
  /** Saves what can be saved without asking; answers whether everything is. */
  save?: (() => Promise<boolean>) | undefined;
  /** A sheet over the page, which going back closes even where the page stays. */
  isLayer?: boolean;
}

type Blocker = Parameters<RouterHistory["block"]>[0]["blockerFn"];

const open = new Set<Unsaved>();
let release = () => {};

/** For going on after an act: what the page still seems to hold is on the server now. */
export const DONE = { ignoreBlocker: true } satisfies NavigateOptions;

/** While `unsaved` holds, leaving for another post or another page is asked about first. */
export function useUnsaved(unsaved: boolean, { save, isLayer = false }: Unsaved = {}): void {
  const history = useRouter().history;
  const saving = useRef(save);
  saving.current = save;
  useEffect(() => {
    if (!unsaved) return;
    const one: Unsaved = { save: async () => (await saving.current?.()) ?? false, isLayer };
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    // One question for all of them: the router would ask each blocker of its own.
    if (open.size === 0) release = history.block({ blockerFn: holdBack, enableBeforeUnload: false });
    open.add(one);
    window.addEventListener("beforeunload", warn);
    return () => {
      open.delete(one);
      if (open.size === 0) release();
      window.removeEventListener("beforeunload", warn);
    };
  }, [unsaved, isLayer, history]);
}

const holdBack: Blocker = async ({ currentLocation, nextLocation, action }) => {
  const leavesPage = currentLocation.pathname !== nextLocation.pathname;
  const goesBack = action !== "PUSH" && action !== "REPLACE";
  const left = [...open].filter(({ isLayer }) => leavesPage || (isLayer && goesBack));
  return !(await mayLeave(left));
};

/** Whether something on the page is not saved. */
export const hasUnsaved = () => open.size > 0;

/** Whether the reader may be taken elsewhere: saves what can be saved, and asks when something would be lost. */
export async function mayLeave(left: Iterable<Unsaved> = open): Promise<boolean> {
  const saved = await Promise.all(Array.from(left, ({ save }) => save?.()));
  if (saved.every(Boolean)) return true;
  return confirm({
    title: i18n._({ id: "ui.unsaved", message: "Something on this page is not saved yet" }),
    body: i18n._({
      id: "ui.unsaved.body",
      message: "If you go on, what you wrote since the last saving is lost.",
    }),
    action: i18n._({ id: "ui.unsaved.leave", message: "Go on without saving" }),
    danger: true,
  });
}
