import { defineConfig, mergeConfig } from "vitest/config";
import vite from "./vite.config";

export default defineConfig((env) =>
  mergeConfig(vite(env), {
    test: {
      environment: "happy-dom",
      include: ["src/**/*.test.{ts,tsx}"],
      setupFiles: ["src/testing/setup.ts"],
      restoreMocks: true,
    },
  }),
);
