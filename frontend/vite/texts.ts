import type { Plugin } from "vite";

/**
 * Texts that the sign-in page, the shell and the desk need before they can be used. All others
 * come in a second part, together with the pages that speak them.
 */
const FIRST =
  /^(?:shell(?!\.(?:notFound|toDesk|noCharge))|desk(?!\.(?:key|select|copies|empty|(?:sent|parked)\.(?!title)))|ui(?!\.(?:picker|unsaved|needed|optional|save|summary|tooLong|retryAt)))\.|^session\.(?:signIn|signOut|userName|password|needed|tagline)$|^desk\.select$|^command\.search$|^paper\.(?:due|priority|classification)\.|^(?:file|receipt)\.action\./;

const PART = /\.po\?part=(first|rest)\?lingui$/;
const COMPILED = /JSON\.parse\(("(?:[^"\\]|\\.)*")\)/;

/** Splits a compiled catalogue in two: `ur.po?part=first?lingui` and `ur.po?part=rest?lingui`. */
export function splitTexts(): Plugin {
  return {
    name: "daftar:split-texts",
    transform(code, id) {
      const part = PART.exec(id)?.[1];
      if (!part) return null;
      const literal = COMPILED.exec(code)?.[1];
      if (!literal) throw new Error(`${id}: the compiled catalogue has an unknown form`);
      const all = Object.entries(JSON.parse(JSON.parse(literal)) as Record<string, unknown>);
      const chosen = Object.fromEntries(all.filter(([text]) => FIRST.test(text) === (part === "first")));
      const json = JSON.stringify(JSON.stringify(chosen));
      return { code: `export const messages = JSON.parse(${json});`, map: null, moduleType: "js" };
    },
  };
}

const CALL = /(\bid:\s*"[^"]+"),\s*message:\s*"(?:[^"\\]|\\.)*"/g;
const ELEMENT = /(\bid="[^"]+")\s+message="[^"]*"/g;

/** The build takes every text from the catalogues, which are complete, so the texts beside the ids are left out. */
export function withoutDefaultTexts(): Plugin {
  return {
    name: "daftar:without-default-texts",
    apply: "build",
    enforce: "pre",
    transform(code, id) {
      if (!/\/src\/.*\.tsx?$/.test(id) || !code.includes("message")) return null;
      return { code: code.replace(CALL, "$1").replace(ELEMENT, "$1"), map: null };
    },
  };
}
