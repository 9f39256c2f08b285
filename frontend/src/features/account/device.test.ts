import { describe, expect, it } from "vitest";
import { deviceOf } from "./device";

describe("device of a session", () => {
  it("names browser and system, not what they pretend to be", () => {
    const edge = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0 Safari/537.36 Edg/140.0";
    expect(deviceOf(edge)).toEqual({ browser: "Edge", system: "Windows" });
    const phone =
      "Mozilla/5.0 (Linux; Android 14; SM-A546) SamsungBrowser/27 Chrome/125 Mobile Safari/537.36";
    expect(deviceOf(phone)).toEqual({ browser: "Samsung Internet", system: "Android" });
    expect(deviceOf("curl/8.5")).toEqual({ browser: null, system: null });
  });
});
