import type { NoteBody } from "@/editor/types";
import { NoteText } from "./NoteText";

/** A draft, for reading. */
export function DraftText({ body, label }: { body: NoteBody; label: string }) {
  return (
    // It scrolls, so that keys must reach it.
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: see above.
      tabIndex={0}
      className="flex max-h-72 flex-col gap-1.5 overflow-auto rounded-md border border-draft-line bg-draft px-3 py-2"
    >
      {body.paragraphs.map((paragraph, index) => (
        // What is shown is not edited here, so the place of a paragraph is its identity.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above.
        <NoteText key={index} paragraph={paragraph} />
      ))}
    </section>
  );
}
