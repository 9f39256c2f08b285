import { setupI18n } from "@lingui/core";
import { describe, expect, it } from "vitest";
import { reader } from "./deskLabels";

describe("labels", () => {
  it("shows a word that this client does not know yet as the server wrote it", () => {
    const i18n = setupI18n({ locale: "en", messages: { en: { "test.known": "Known" } } });
    const label = reader({ known: { id: "test.known" } });
    expect(label(i18n, "known")).toBe("Known");
    expect(label(i18n, "of_a_later_version")).toBe("of a later version");
  });
});
