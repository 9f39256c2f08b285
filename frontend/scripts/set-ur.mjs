// Adds Urdu texts to the catalogue: node scripts/set-ur.mjs < texts.json   ({"desk.title": "میز", …})
// Collects new texts from the source first, so that a text can be added in the same step as its use.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, renameSync, rmdirSync, writeFileSync } from "node:fs";

const lock = "node_modules/.set-ur.lock";
const catalogue = "src/i18n/locales/ur.po";
const texts = JSON.parse(readFileSync(0, "utf8"));

/** Two writers at once would lose each other's texts; a folder is made atomically. */
async function locked(work) {
  for (let tries = 0; ; tries += 1) {
    try {
      mkdirSync(lock);
      break;
    } catch (error) {
      if (error.code !== "EEXIST" || tries > 150) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
  try {
    work();
  } finally {
    rmdirSync(lock);
  }
}

const quote = (text) => JSON.stringify(text);

await locked(() => {
  execFileSync("node_modules/.bin/lingui", ["extract", "--clean", "--overwrite"], { stdio: "ignore" });
  const unknown = new Set(Object.keys(texts));
  const blocks = readFileSync(catalogue, "utf8").split("\n\n");
  const changed = blocks.map((block) => {
    const id = /^msgid (".*")$/m.exec(block);
    const key = id ? JSON.parse(id[1]) : "";
    if (!(key in texts) || key === "") return block;
    unknown.delete(key);
    return block.replace(/^msgstr [\s\S]*$/m, `msgstr ${quote(texts[key])}`);
  });
  writeFileSync(`${catalogue}.new`, `${changed.join("\n\n").trimEnd()}\n`);
  renameSync(`${catalogue}.new`, catalogue);
  if (unknown.size > 0) console.error(`not used in the source: ${[...unknown].join(", ")}`);
  const missing = changed.filter((block) => /^msgid "."/m.test(block.slice(0)) && /^msgstr ""$/m.test(block));
  if (missing.length > 0) console.error(`still without Urdu: ${missing.length}`);
});
