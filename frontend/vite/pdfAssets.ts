import { createReadStream, existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import type { Plugin } from "vite";

/** Where the viewer finds what pdf.js loads on demand; `src/pdf/engine.ts` uses the same path. */
const BASE = "pdfjs";
const FOLDERS = ["cmaps", "standard_fonts", "wasm", "iccs"];

const TYPES: Record<string, string> = { js: "text/javascript", wasm: "application/wasm" };

/** Ships pdf.js's character maps, fonts and decoders with the application: nothing comes from elsewhere. */
export function pdfAssets(): Plugin {
  const root = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
  return {
    name: "daftar:pdf-assets",
    generateBundle() {
      for (const folder of FOLDERS) {
        for (const name of readdirSync(join(root, folder))) {
          this.emitFile({
            type: "asset",
            fileName: `${BASE}/${folder}/${name}`,
            source: readFileSync(join(root, folder, name)),
          });
        }
      }
    },
    configureServer(server) {
      server.middlewares.use(`/${BASE}`, (request, response, next) => {
        const [, folder = "", name = ""] = (request.url ?? "").split("?", 1)[0]?.split("/") ?? [];
        const file = join(root, folder, basename(name));
        if (!FOLDERS.includes(folder) || !name || !existsSync(file)) return next();
        response.setHeader("Content-Type", TYPES[name.split(".").pop() ?? ""] ?? "application/octet-stream");
        createReadStream(file).pipe(response);
      });
    },
  };
}
