import { defineConfig, mergeConfig } from "vitest/config";
import vite from "./vite.config.ts";

export default defineConfig((env) =>
  mergeConfig(vite(env), {
    test: {
      environment: "happy-dom",
      environmentOptions: { happyDOM: { url: "http://localhost/" } },
      include: ["src/**/*.test.{ts,tsx}"],
      setupFiles: ["src/testing/setup.ts"],
      restoreMocks: true,
    },
  }),
);
