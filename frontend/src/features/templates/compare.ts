/** A line that only one of two texts has, or both. */
export interface Line {
  side: "both" | "old" | "new";
  text: string;
}

/** Two texts line by line: what went and what came. */
export function compare(old: string, now: string): Line[] {
  const [a, b] = [old.split("\n"), now.split("\n")];
  // The longest run of lines that both have, counted from behind.
  const most = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  const at = (i: number, j: number) => most[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const row = most[i];
      if (row) row[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const lines: Line[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      lines.push({ side: "both", text: a[i] ?? "" });
      i++;
      j++;
    } else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) {
      lines.push({ side: "old", text: a[i++] ?? "" });
    } else {
      lines.push({ side: "new", text: b[j++] ?? "" });
    }
  }
  return lines;
}
