/**
 * pdf.js brings its own texts and would look for them on the network. Ours come from the catalogue,
 * in the controls around the pages, so inside nothing is translated.
 */
export const silentL10n = {
  getLanguage: () => "en",
  getDirection: () => "ltr",
  get: async (_id: string, _args?: unknown, fallback = "") => fallback,
  translate: async () => {},
  translateOnce: async () => {},
  destroy: async () => {},
  pause: () => {},
  resume: () => {},
};
