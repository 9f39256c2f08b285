import { useState } from "react";

export interface Selection {
  /** The chosen ones that are still in the list. */
  ids: string[];
  has: (id: string) => boolean;
  toggle: (id: string) => void;
  all: () => void;
  clear: () => void;
}

/** Which rows of a list are chosen; what leaves the list leaves the choice. */
export function useSelection(items: { id: string }[]): Selection {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  return {
    ids: items.map((item) => item.id).filter((id) => chosen.has(id)),
    has: (id) => chosen.has(id),
    toggle: (id) =>
      setChosen((before) => {
        const next = new Set(before);
        if (!next.delete(id)) next.add(id);
        return next;
      }),
    all: () => setChosen(new Set(items.map((item) => item.id))),
    clear: () => setChosen(new Set()),
  };
}
