import { createRoute } from "@tanstack/react-router";
import { page } from "@/app/page";
import { officeRoute } from "./office";

export type FileTab = "notes" | "papers" | "drafts" | "movement" | "record";

/** Both sides of the file are in the address: a link shows the same paragraph beside the same page. */
export interface FileSearch {
  note?: number;
  page?: number;
  /** A document of the correspondence, by its id, for who does not know its page. */
  document?: string;
  /** Share of the notes in the width, in percent. */
  split?: number;
  /** The side shown on a phone; drafts, movement history and timeline on any screen. */
  tab?: FileTab;
}

const TABS: readonly FileTab[] = ["notes", "papers", "drafts", "movement", "record"];

function whole(value: unknown, least: number, most: number): number | undefined {
  const number = Number(value);
  return Number.isInteger(number) && number >= least && number <= most ? number : undefined;
}

export const fileRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: "/files/$id",
  validateSearch: (search: Record<string, unknown>): FileSearch => {
    const note = whole(search.note, 1, 999_999);
    const page = whole(search.page, 1, 999_999);
    const split = whole(search.split, 25, 75);
    const document = typeof search.document === "string" ? search.document : undefined;
    const tab = TABS.find((one) => one === search.tab);
    return {
      ...(note && { note }),
      ...(page && { page }),
      ...(document && { document }),
      ...(split && { split }),
      ...(tab && { tab }),
    };
  },
  component: page(() => import("./file.page"), "FileView"),
});
