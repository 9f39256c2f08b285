import type { lazyRouteComponent } from "@tanstack/react-router";
import type { ComponentType } from "react";
import { withAllTexts } from "@/i18n/i18n";
import { lazily } from "@/ui/lazily";

// The router's own type, which looks at a page no closer than it must: pages speak of the routes in turn.
type PageMaker = typeof lazyRouteComponent;

/** A page whose code comes when it is opened. */
export const firstPage = ((load: () => Promise<Record<string, ComponentType<object>>>, name: string) =>
  lazily(async () => {
    const page = (await load())[name];
    if (!page) throw new Error(`no page ${name}`);
    return page;
  })) as PageMaker;

/** A page outside the first load: with its code come the texts it speaks. */
export const page: PageMaker = (load, name) => firstPage(() => withAllTexts(load()), name);
