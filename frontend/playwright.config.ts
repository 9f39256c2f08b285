import { defineConfig } from "@playwright/test";

const wide = { viewport: { width: 1440, height: 900 } };

/**
 * Journeys against a running office with the demonstration accounts; `DAFTAR_BASE_URL` says where it is, and
 * `DAFTAR_STRICT_URL` where one is that requires second factors.
 */
export default defineConfig({
  testDir: "e2e",
  globalSetup: "./e2e/known.ts",
  outputDir: "test-results",
  fullyParallel: true,
  workers: 2,
  // A journey signs in several officers; the machines that run this are small.
  timeout: 150_000,
  expect: { timeout: 15_000 },
  reporter: [["list"]],
  use: {
    baseURL: process.env.DAFTAR_BASE_URL ?? "http://127.0.0.1:8080",
    actionTimeout: 20_000,
    navigationTimeout: 30_000,
    screenshot: "only-on-failure",
    // Recording costs a third of the time; to look at a failure, run its journey with it.
    trace: process.env.DAFTAR_TRACE ? "retain-on-failure" : "off",
    timezoneId: "Asia/Karachi",
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-gpu", "--disable-quic"],
    },
  },
  projects: [
    { name: "flows", testDir: "e2e/flows", use: wide },
    { name: "a11y", testDir: "e2e/a11y", use: wide },
    { name: "phone", testDir: "e2e/rtl", use: { viewport: { width: 390, height: 844 }, hasTouch: true } },
    ...(process.env.DAFTAR_STRICT_URL
      ? [{ name: "strict", testDir: "e2e/strict", use: { ...wide, baseURL: process.env.DAFTAR_STRICT_URL } }]
      : []),
    ...(process.env.DAFTAR_SCREENSHOTS
      ? [{ name: "screenshots", testDir: "e2e/screenshots", use: wide }]
      : []),
  ],
});
