import { readdirSync } from "node:fs";
import { join } from "node:path";

/** All files under a folder whose names end in one of the endings. */
export function filesUnder(folder, ...endings) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).replaceAll("\\", "/"))
    .sort();
}

/** Prints what was found and ends the process with a failure when there is anything. */
export function report(name, faults) {
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) {
    console.error(`${name}: ${faults.length} to put right`);
    process.exit(1);
  }
  console.log(`${name}: in order`);
}
