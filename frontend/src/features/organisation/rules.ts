import { i18n } from "@lingui/core";
import * as v from "valibot";

const needed = () => i18n._({ id: "ui.needed", message: "Please fill this in." });
const tooLong = () => i18n._({ id: "ui.tooLong", message: "This is too long." });

/** A text that must be there. */
export const words = (most = 200) =>
  v.pipe(v.string(), v.trim(), v.nonEmpty(needed), v.maxLength(most, tooLong));

/** A text that may be missing. */
export const maybeWords = (most = 200) => v.pipe(v.string(), v.trim(), v.maxLength(most, tooLong));

/** A code: letters and digits in groups, as it stands in file numbers. */
export const code = () =>
  v.pipe(
    v.string(),
    v.trim(),
    v.nonEmpty(needed),
    v.regex(/^[\p{L}\p{N}][\p{L}\p{N}&()._/-]*$/u, () =>
      i18n._({
        id: "organisation.code.wrong",
        message: "A code has letters, digits and hyphens, without spaces.",
      }),
    ),
  );

/** A grade of the basic pay scales. */
export const grade = () =>
  v.pipe(
    v.number(() => i18n._({ id: "organisation.grade.wrong", message: "Give a grade from 1 to 22." })),
    v.integer(() => i18n._({ id: "organisation.grade.wrong", message: "Give a grade from 1 to 22." })),
    v.minValue(1, () => i18n._({ id: "organisation.grade.wrong", message: "Give a grade from 1 to 22." })),
    v.maxValue(22, () => i18n._({ id: "organisation.grade.wrong", message: "Give a grade from 1 to 22." })),
  );
