import { readFileSync } from "node:fs";

const joined = (text) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line.startsWith('"'))
    .map((line) => JSON.parse(line))
    .join("");

/** The texts of a catalogue by id. */
export function readCatalogue(file) {
  const texts = new Map();
  for (const block of readFileSync(file, "utf8").split("\n\n")) {
    const parts = /(?:^|\n)msgid ([\s\S]*?)\nmsgstr ([\s\S]*)$/.exec(block);
    if (!parts) continue;
    const id = joined(parts[1]);
    if (id !== "") texts.set(id, joined(parts[2]));
  }
  return texts;
}
