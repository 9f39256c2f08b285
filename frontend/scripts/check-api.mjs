// The client's types are those of the committed API document.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { report } from "./files.mjs";

const folder = mkdtempSync(join(tmpdir(), "daftar-api-"));
const fresh = join(folder, "schema.d.ts");
try {
  execFileSync(
    "node_modules/.bin/openapi-typescript",
    ["../openapi/openapi.json", "-o", fresh, "--root-types", "--root-types-no-schema-prefix"],
    { stdio: ["ignore", "ignore", "inherit"] },
  );
  const same = readFileSync(fresh, "utf8") === readFileSync("src/api/schema.d.ts", "utf8");
  report("client types", same ? [] : ["src/api/schema.d.ts differs from openapi/openapi.json: run pnpm api"]);
} finally {
  rmSync(folder, { recursive: true });
}
