import { readFileSync } from "node:fs";
import type { Plugin } from "vite";

/**
 * react-aria speaks thirty languages, but no Urdu. This keeps its English, adds Urdu for the parts
 * that this application uses, and leaves all other languages out of the build.
 */
const URDU: Record<string, string> = {
  overlays: `{ dismiss: "بند کریں" }`,
  menu: `{ longPressMessage: "فہرست کھولنے کے لیے دیر تک دبائیں یا Alt اور نیچے کا تیر دبائیں" }`,
  combobox: `{
    focusAnnouncement: (args, formatter) =>
      (args.isGroupChange ? "گروہ " + args.groupTitle + "، " + formatter.number(args.groupCount) + " انتخاب۔ " : "") +
      args.optionText + (args.isSelected ? "، منتخب" : ""),
    countAnnouncement: (args, formatter) => formatter.number(args.optionCount) + " انتخاب دستیاب ہیں۔",
    selectedAnnouncement: (args) => args.optionText + "، منتخب",
    buttonLabel: "تجاویز دکھائیں",
    listboxLabel: "تجاویز",
  }`,
  searchfield: `{ "Clear search": "تلاش مٹائیں" }`,
  "": `{ selectPlaceholder: "کوئی چیز چنیں", tableResizer: "چوڑائی", dropzoneLabel: "یہاں چھوڑیں", colorSwatchPicker: "رنگ" }`,
};

const STRINGS =
  /\/(?:react-aria|react-stately|react-aria-components)\/dist\/private\/(?:.*\/)?intlStrings\.mjs$/;
const ENGLISH = /from "((?:\.\.?\/)+intl\/(?:([\w-]+)\/)?en-US\.mjs)"/;

export function ariaTexts(): Plugin {
  return {
    name: "daftar:aria-texts",
    enforce: "pre",
    load(id) {
      if (!STRINGS.test(id)) return null;
      const found = ENGLISH.exec(readFileSync(id, "utf8"));
      if (!found) throw new Error(`${id}: react-aria's texts have an unknown form`);
      const [, english, part = ""] = found;
      const urdu = URDU[part];
      return `import english from "${english}";\nexport default { "en-US": english${urdu ? `, "ur-PK": ${urdu}` : ""} };\n`;
    },
  };
}
