import "@testing-library/jest-dom/vitest";
import { cleanup } from "@testing-library/react";
import { afterEach, beforeAll } from "vitest";
import { activate } from "@/i18n/i18n";

beforeAll(() => activate("en"));
afterEach(cleanup);
