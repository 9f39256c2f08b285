import { useSyncExternalStore } from "react";

/** The same width at which the styles put two columns side by side (`lg`). Paper changes nothing about the page. */
const wide = window.matchMedia("(min-width: 64rem), print");

function subscribe(changed: () => void): () => void {
  wide.addEventListener("change", changed);
  return () => wide.removeEventListener("change", changed);
}

export function useIsWide(): boolean {
  return useSyncExternalStore(subscribe, () => wide.matches);
}
