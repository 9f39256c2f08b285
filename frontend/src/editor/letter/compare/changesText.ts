import type { I18n } from "@lingui/core";
import type { Changes } from "./compare";

/** In one line what became of a text: “3 paragraphs changed, 1 added”. */
export function changesText(i18n: I18n, { changed, form, added, removed }: Changes): string {
  const parts = [
    changed > 0 &&
      i18n._({
        id: "letter.changes.changed",
        message: "{count, plural, one {# paragraph changed} other {# paragraphs changed}}",
        values: { count: changed },
      }),
    added > 0 &&
      i18n._({
        id: "letter.changes.added",
        message: "{count, plural, one {# paragraph added} other {# paragraphs added}}",
        values: { count: added },
      }),
    removed > 0 &&
      i18n._({
        id: "letter.changes.removed",
        message: "{count, plural, one {# paragraph removed} other {# paragraphs removed}}",
        values: { count: removed },
      }),
    form > 0 &&
      i18n._({
        id: "letter.changes.form",
        message: "{count, plural, one {# paragraph looks otherwise} other {# paragraphs look otherwise}}",
        values: { count: form },
      }),
  ].filter((part) => part !== false);
  if (parts.length === 0) return i18n._({ id: "letter.changes.none", message: "Nothing was changed" });
  return parts.join(i18n._({ id: "letter.changes.and", message: ", " }));
}
