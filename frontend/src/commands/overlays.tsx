import { Store, useStore } from "@/api/store";
import { withAllTexts } from "@/i18n/i18n";
import { lazily, unloadedText } from "@/ui/lazily";
import { toast } from "@/ui/toast";

type Overlay = "palette" | "help" | null;

const shown = new Store<Overlay>(null);

export const openPalette = () => shown.set("palette");
export const openHelp = () => shown.set("help");

/** Asked for once more, it is loaded once more. */
const giveUp = () => {
  toast(unloadedText(), "failed");
  shown.set(null);
};
const Palette = lazily(() => withAllTexts(import("./Palette")).then((it) => it.default), { giveUp });
const Help = lazily(() => withAllTexts(import("./Help")).then((it) => it.default), { giveUp });

/** The palette and the help, loaded when first asked for. */
export function CommandOverlays() {
  const overlay = useStore(shown);
  const close = () => shown.set(null);
  return (
    <>
      {overlay === "palette" && <Palette onClose={close} />}
      {overlay === "help" && <Help onClose={close} />}
    </>
  );
}
