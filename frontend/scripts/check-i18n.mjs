// Both catalogues hold exactly the texts that the source uses; none lacks its Urdu; both have the same placeholders.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { report } from "./files.mjs";
import { readCatalogue } from "./po.mjs";

const files = ["en", "ur"].map((locale) => `src/i18n/locales/${locale}.po`);

/** What an extraction would make of the catalogues; leaves them as they were. */
function extracted() {
  const before = files.map((file) => readFileSync(file, "utf8"));
  try {
    execFileSync("node_modules/.bin/lingui", ["extract", "--clean"], {
      stdio: ["ignore", "ignore", "inherit"],
    });
    return files.map(readCatalogue);
  } finally {
    files.forEach((file, index) => {
      writeFileSync(file, before[index]);
    });
  }
}

const placeholders = (text) =>
  [...new Set([...text.matchAll(/\{\s*(\w+)\s*[,}]/g)].map(([, name]) => name))].sort();

const faults = [];
const [english, urdu] = files.map(readCatalogue);
const [source] = extracted();
for (const [id, text] of source) {
  if (english.get(id) !== text) faults.push(`${id}: the catalogue is behind the source: run pnpm i18n`);
  const translated = urdu.get(id) ?? "";
  if (translated === "") faults.push(`${id}: no Urdu for “${text}”`);
  else if (placeholders(text).join() !== placeholders(translated).join()) {
    faults.push(`${id}: other placeholders in Urdu: ${placeholders(text)} and ${placeholders(translated)}`);
  }
}
for (const id of english.keys()) {
  if (!source.has(id)) faults.push(`${id}: no longer used: run pnpm i18n`);
}
report("texts", faults);
