import { lazyRouteComponent } from "@tanstack/react-router";
import { withAllTexts } from "@/i18n/i18n";

/** A page outside the first load: its code comes when it is opened, and with it the texts it speaks. */
export const page: typeof lazyRouteComponent = (load, name) =>
  lazyRouteComponent(() => withAllTexts(load()), name);
