import type { I18n } from "@lingui/core";
import type { Import, ImportOrganisation, ImportSheet } from "@/api/schema";

/** In the order in which they depend on each other. */
export const SHEETS: ImportSheet[] = ["units", "posts", "persons", "charges"];

export type ChosenFiles = Partial<Record<ImportSheet, File>>;

export function sheetLabel(i18n: I18n, sheet: ImportSheet): string {
  const labels: Record<ImportSheet, () => string> = {
    units: () => i18n._({ id: "import.units", message: "Units" }),
    posts: () => i18n._({ id: "import.posts", message: "Posts" }),
    persons: () => i18n._({ id: "import.persons", message: "Persons" }),
    charges: () => i18n._({ id: "import.charges", message: "Charges" }),
  };
  return labels[sheet]();
}

/** What is sent: only the sheets that were chosen, read when they are sent. */
export async function requestOf(files: ChosenFiles, dryRun: boolean): Promise<ImportOrganisation> {
  return {
    dry_run: dryRun,
    ...(files.units && { units_csv: await files.units.text() }),
    ...(files.posts && { posts_csv: await files.posts.text() }),
    ...(files.persons && { persons_csv: await files.persons.text() }),
    ...(files.charges && { charges_csv: await files.charges.text() }),
  };
}

/** How many rows are wrong; a row with several mistakes is one. */
export function wrongRows(errors: Import["errors"]): number {
  return new Set(errors.map(({ sheet, row }) => `${sheet}:${row}`)).size;
}
