const UNITS = ["byte", "kilobyte", "megabyte"] as const;

/** A size as people say it. */
export function formatBytes(size: number, locale: string): string {
  const step = size >= 1e6 ? 2 : size >= 1e3 ? 1 : 0;
  const value = size / 1000 ** step;
  return new Intl.NumberFormat(locale, {
    style: "unit",
    unit: UNITS[step],
    // "410 byte" is no English.
    unitDisplay: step === 0 ? "long" : "short",
    maximumFractionDigits: step === 2 && value < 10 ? 1 : 0,
    numberingSystem: "latn",
  }).format(value);
}
