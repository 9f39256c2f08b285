import { Trans } from "@lingui/react";
import { useEffect } from "react";
import { Store, useStore } from "@/api/store";
import { WarningIcon } from "@/ui/icons";

/** The file on which the officer has begun a note and not submitted it. */
const begun = new Store<string | null>(null);

/** The composer tells whether a note is begun; the page of papers, which shows no composer, still knows it. */
export function useTellUnsubmitted(fileId: string, hasDraft: boolean): void {
  useEffect(() => begun.set(hasDraft ? fileId : null), [fileId, hasDraft]);
}

/** Told before an act that takes the file away, and not only after it. */
export function UnsubmittedNote({ fileId }: { fileId: string }) {
  if (useStore(begun) !== fileId) return null;
  return (
    <p className="flex items-start gap-2 rounded-md border border-amber bg-amber-soft px-3 py-2 text-sm">
      <span className="text-amber">
        <WarningIcon />
      </span>
      <Trans
        id="note.unsubmitted"
        message="Your note on this file is not submitted. It stays with you as a draft and does not go along."
      />
    </p>
  );
}
