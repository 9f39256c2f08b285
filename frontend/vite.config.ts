import { fileURLToPath } from "node:url";
import { lingui } from "@lingui/vite-plugin";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { ariaTexts } from "./vite/ariaTexts.ts";
import { pdfAssets } from "./vite/pdfAssets.ts";
import { splitTexts, withoutDefaultTexts } from "./vite/texts.ts";

const api = process.env.DAFTAR_API ?? "http://127.0.0.1:8080";

export default defineConfig(({ command }) => ({
  plugins: [
    react(),
    tailwindcss(),
    pdfAssets(),
    ariaTexts(),
    lingui({ failOnMissing: command === "build", failOnCompileError: true }),
    splitTexts(),
    withoutDefaultTexts(),
  ],
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  server: {
    port: 5173,
    strictPort: false,
    // The server compares the page's origin with the host it was asked for, so the host stays as it is.
    proxy: Object.fromEntries(
      ["/api", "/.well-known"].map((path) => [path, { target: api, changeOrigin: false }]),
    ),
  },
  build: {
    target: "es2022",
    // Older targets make Vite lower `:dir(rtl)` into a list of languages.
    cssTarget: ["chrome120", "safari16.4", "firefox121"],
    // The content security policy allows no data: URLs, so nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        // What every page needs goes into one chunk: it compresses better than many small ones.
        codeSplitting: {
          groups: [
            {
              name: "base",
              test: /node_modules\/(?:react|react-dom|scheduler|use-sync-external-store|@tanstack|@lingui|openapi-[\w-]+)\//,
            },
            // What both the first pages and the later ones need.
            {
              name: "shared",
              test: /src\/(?:api\/|ui\/(?:Button|Field|Spinner|cx|icons|lazily|toast|states|errors|useTitle|WordMark)\.|office\/(?:AgeingMark|Words|ageing|numbers|script|deskLabels)\.|i18n\/\w+\.ts)|preload-helper/,
            },
            // Small things of several later pages: the first load names every chunk that there is.
            {
              name: "office",
              test: /src\/(?:office\/(?:digest|download|labels|PostName|signatureWords)|ui\/CopyCode)\./,
            },
          ],
        },
      },
    },
  },
}));
