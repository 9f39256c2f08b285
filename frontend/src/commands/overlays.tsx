import { lazy, Suspense } from "react";
import { Store, useStore } from "@/api/store";
import { withAllTexts } from "@/i18n/i18n";

type Overlay = "palette" | "help" | null;

const shown = new Store<Overlay>(null);

export const openPalette = () => shown.set("palette");
export const openHelp = () => shown.set("help");

const Palette = lazy(() => withAllTexts(import("./Palette")));
const Help = lazy(() => withAllTexts(import("./Help")));

/** The palette and the help, loaded when first asked for. */
export function CommandOverlays() {
  const overlay = useStore(shown);
  const close = () => shown.set(null);
  return (
    <Suspense>
      {overlay === "palette" && <Palette onClose={close} />}
      {overlay === "help" && <Help onClose={close} />}
    </Suspense>
  );
}
