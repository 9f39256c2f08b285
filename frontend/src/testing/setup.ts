import "@testing-library/jest-dom/vitest";
import { cleanup } from "@testing-library/react";
import { afterEach, beforeAll } from "vitest";
import { activate, allTexts } from "@/i18n/i18n";

beforeAll(async () => {
  await activate("en");
  await allTexts();
});
afterEach(cleanup);
