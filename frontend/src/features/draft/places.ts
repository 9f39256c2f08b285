// Where on the page what the office complains about is written.

/** `/content/subject/ur` → the id of the control. */
export function idOf(pointer: string): string {
  return pointer.replace(/^\/content/, "draft").replaceAll("/", "-");
}

/** Takes the reader to what a pointer names. */
export function goToPlace(pointer: string): void {
  const [, , part, language] = pointer.split("/");
  const place =
    part === "text"
      ? document.querySelector<HTMLElement>(
          `#draft-text .letter-text${language ? `[lang="${language}"]` : ""}`,
        )
      : document.getElementById(idOf(pointer));
  place?.focus();
  place?.scrollIntoView({ block: "center" });
}

/** The id of what tells that there are two texts; it stands at the top of the page. */
export const CONFLICT = "draft-conflict";

export function goToConflict(event: { preventDefault: () => void }): void {
  event.preventDefault();
  const notice = document.getElementById(CONFLICT);
  notice?.focus({ preventScroll: true });
  notice?.scrollIntoView({ block: "center" });
}
