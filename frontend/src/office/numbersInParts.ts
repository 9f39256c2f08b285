import { numbersIn, type Range } from "./numbers";

/**
 * Where a text that is written in parts has numbers, for each part by its own places. A number counts where it lies whole in a part:
 * one that is partly bold cannot be set apart.
 */
export function numbersInParts(parts: string[]): Range[][] {
  const numbers = numbersIn(parts.join(""));
  let read = 0;
  return parts.map(({ length }) => {
    const start = read;
    read += length;
    return numbers
      .map(({ from, to }) => ({ from: from - start, to: to - start }))
      .filter(({ from, to }) => from >= 0 && to <= length);
  });
}
