/** What a style attribute says. The browser's own reading forgets what only Word understands. */
export function stylesOf(element: Element): Map<string, string> {
  const styles = new Map<string, string>();
  for (const rule of (element.getAttribute("style") ?? "").split(";")) {
    const colon = rule.indexOf(":");
    if (colon > 0)
      styles.set(
        rule.slice(0, colon).trim().toLowerCase(),
        rule
          .slice(colon + 1)
          .trim()
          .toLowerCase(),
      );
  }
  return styles;
}

/** Elements that are no words of the text, with all that is in them. */
const SILENT = new Set(
  (
    "SCRIPT STYLE NOSCRIPT TEMPLATE IFRAME FRAME FRAMESET OBJECT EMBED APPLET SVG MATH CANVAS VIDEO AUDIO IMG PICTURE MAP " +
    "INPUT SELECT TEXTAREA BUTTON DATALIST HEAD TITLE META LINK BASE XML DEL"
  ).split(" "),
);

/** Whether nobody reads it where it comes from: what is not seen there must not appear in a letter. */
export function isUnseen(element: Element, styles: Map<string, string>): boolean {
  return (
    SILENT.has(element.nodeName.toUpperCase()) ||
    element.hasAttribute("hidden") ||
    styles.get("display") === "none" ||
    styles.get("visibility") === "hidden" ||
    styles.get("mso-hide") === "all" ||
    styles.get("mso-element") === "comment-list" ||
    styles.get("mso-special-character") === "comment"
  );
}

const BLOCKS = new Set(
  (
    "P DIV LI UL OL H1 H2 H3 H4 H5 H6 TABLE CAPTION BLOCKQUOTE PRE SECTION ARTICLE HEADER FOOTER MAIN ASIDE NAV ADDRESS DL DT DD " +
    "FIGURE FIGCAPTION HR FIELDSET LEGEND FORM CENTER DETAILS SUMMARY BODY HTML TR TD TH TBODY THEAD TFOOT"
  ).split(" "),
);

export function isBlock(element: Element): boolean {
  return BLOCKS.has(element.nodeName);
}
