// The first load stays small: all script that the sign-in page and the desk need before they are usable.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { report } from "./files.mjs";

const LIMIT = 130 * 1024;
const PAGES = {
  "sign-in": "src/features/session/SignInPage.tsx",
  desk: "src/features/desk/DeskPage.tsx",
};
const LOCALES = ["src/i18n/locales/en.po?part=first?lingui", "src/i18n/locales/ur.po?part=first?lingui"];

/** Runs before the first paint; the build copies it as it is. */
const FIRST_PAINT = "theme.js";

const manifest = JSON.parse(readFileSync("dist/.vite/manifest.json", "utf8"));

/** A chunk and everything it imports before it runs. */
function closure(keys, found = new Set()) {
  for (const key of keys) {
    const chunk = manifest[key];
    if (!chunk) throw new Error(`no chunk for ${key} in the build`);
    if (found.has(chunk.file)) continue;
    found.add(chunk.file);
    closure(chunk.imports ?? [], found);
  }
  return found;
}

const sizes = new Map();
function sizeOf(file) {
  if (!sizes.has(file)) sizes.set(file, gzipSync(readFileSync(`dist/${file}`), { level: 9 }).length);
  return sizes.get(file);
}

const faults = [];
for (const [name, page] of Object.entries(PAGES)) {
  for (const locale of LOCALES) {
    const files = [FIRST_PAINT, ...closure(["index.html", page, locale])].filter((file) =>
      file.endsWith(".js"),
    );
    const total = files.reduce((sum, file) => sum + sizeOf(file), 0);
    const line = `${name} with ${locale.split("?")[0]}: ${(total / 1024).toFixed(1)} KB gzip in ${files.length} files`;
    if (process.argv.includes("--list")) for (const file of files) console.log(`  ${sizeOf(file)} ${file}`);
    if (total > LIMIT) faults.push(`${line}, more than ${LIMIT / 1024} KB`);
    else console.log(line);
  }
}
report("bundle budget", faults);
