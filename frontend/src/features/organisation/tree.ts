import type { Unit } from "@/api/schema";

export interface Branch {
  unit: Unit;
  children: Branch[];
}

/** The units as a tree; a unit whose parent is not in the list stands at the top. */
export function treeOf(units: Unit[]): Branch[] {
  const branches = new Map(units.map((unit) => [unit.id, { unit, children: [] as Branch[] }]));
  const roots: Branch[] = [];
  for (const branch of branches.values()) {
    const parent = branch.unit.parent_id ? branches.get(branch.unit.parent_id) : undefined;
    (parent ? parent.children : roots).push(branch);
  }
  return roots;
}

function fits(unit: Unit, words: string[]): boolean {
  const text = `${unit.code} ${unit.name_en} ${unit.name_ur}`.toLocaleLowerCase();
  return words.every((word) => text.includes(word));
}

/** The branches that lead to a unit with all the words; below a unit that fits, only what fits too. */
export function search(branches: Branch[], query: string): Branch[] {
  const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return branches;
  return branches.flatMap((branch) => {
    const children = search(branch.children, query);
    return children.length > 0 || fits(branch.unit, words) ? [{ unit: branch.unit, children }] : [];
  });
}

/** The units under which a unit may be put: every open one that is not itself or below it. */
export function placesFor(units: Unit[], id: string): Unit[] {
  return units.filter((unit) => !unit.closed_at && !pathTo(units, unit.id).some((above) => above.id === id));
}

/** The unit and everything above it, from the top. */
export function pathTo(units: Unit[], id: string): Unit[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const path: Unit[] = [];
  let at = byId.get(id);
  while (at && !path.includes(at)) {
    path.unshift(at);
    at = at.parent_id ? byId.get(at.parent_id) : undefined;
  }
  return path;
}
