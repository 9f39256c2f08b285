// The arrows between the folders of src: a folder may import only from those named beside it.
import { readFileSync } from "node:fs";
import { dirname, posix } from "node:path";
import { filesUnder, report } from "./files.mjs";

const ARROWS = {
  app: ["app", "routes", "office", "commands", "ui", "i18n", "api"],
  routes: ["routes", "app", "features", "office", "api", "i18n"],
  features: ["features", "office", "editor", "pdf", "commands", "ui", "i18n", "api"],
  office: ["office", "commands", "ui", "i18n", "api"],
  editor: ["editor", "office", "ui", "i18n", "api"],
  pdf: ["pdf", "office", "ui", "i18n", "api"],
  commands: ["commands", "office", "ui", "i18n", "api"],
  ui: ["ui", "i18n", "api"],
  i18n: ["i18n", "api"],
  api: ["api"],
  styles: [],
};
const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s+(type\s)?[^;'"]*?from\s+["']([^"']+)["']|import\(\s*["']([^"']+)["']\s*\)/g;

const folderOf = (path) => path.split("/")[1];
const featureOf = (path) => path.split("/")[2];

function fault(file, target, typeOnly) {
  const from = folderOf(file);
  const to = folderOf(target);
  // A page reads the shape of its own search from its route; that is a type, not a dependency.
  if (typeOnly && from === "features" && to === "routes") return null;
  if (!ARROWS[from]?.includes(to)) return `${from} may not import from ${to}`;
  if (from === "features" && to === "features" && featureOf(file) !== featureOf(target)) {
    return "a feature may not import from another feature";
  }
  return null;
}

const faults = [];
for (const file of filesUnder("src", ".ts", ".tsx")) {
  if (!(folderOf(file) in ARROWS) || file.includes(".test.")) continue;
  for (const [, typeOnly, from, lazily] of readFileSync(file, "utf8").matchAll(IMPORT)) {
    const name = from ?? lazily;
    if (/^(react-aria|react-stately)/.test(name) && folderOf(file) !== "ui") {
      faults.push(`${file}: ${name} belongs to ui`);
    }
    if (!name.startsWith(".") && !name.startsWith("@/")) continue;
    const target = name.startsWith("@/") ? name.replace("@/", "src/") : posix.join(dirname(file), name);
    const wrong = fault(file, target, Boolean(typeOnly));
    if (wrong) faults.push(`${file}: ${name}: ${wrong}`);
  }
}
report("layers", faults);
