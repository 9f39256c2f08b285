import { i18n } from "@lingui/core";
import { useEffect } from "react";
import { confirm } from "./confirm";

const open = new Set<symbol>();

/** While `unsaved` holds, leaving for another post or another page is asked about first. */
export function useUnsaved(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return;
    const key = Symbol("unsaved");
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    open.add(key);
    window.addEventListener("beforeunload", warn);
    return () => {
      open.delete(key);
      window.removeEventListener("beforeunload", warn);
    };
  }, [unsaved]);
}

/** Whether the reader may be taken elsewhere: asks when something open is not saved. */
export async function mayLeave(): Promise<boolean> {
  if (open.size === 0) return true;
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
