import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import type { Note, NoteSignature as Signature } from "@/api/schema";
import { Time } from "@/i18n/format";
import { withAllTexts } from "@/i18n/i18n";
import { signatureText } from "@/office/signatureWords";
import { KeyIcon } from "@/ui/factorIcons";
import { WarningIcon } from "@/ui/icons";
import { lazily } from "@/ui/lazily";
import { ChevronDownIcon } from "@/ui/paperIcons";
import { Chip, SkeletonRows } from "@/ui/states";

const LazySignatureDetails = lazily(
  async () => (await withAllTexts(import("./SignatureDetails"))).SignatureDetails,
  { waiting: <SkeletonRows rows={3} height="h-8" /> },
);

/** What a note was signed with, in a line; all that proves it when that is opened. */
export function NoteSignature({ note, signature }: { note: Note; signature: Signature }) {
  const { i18n } = useLingui();
  const [open, setOpen] = useState(false);
  return (
    <details
      className="group ps-10 text-sm print:ps-0 print:text-end"
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary className="flex w-fit max-w-full list-none items-center gap-x-1.5 text-muted print:ms-auto">
        {signature.method === "passkey" && (
          <span className="print:hidden">
            <KeyIcon />
          </span>
        )}
        <span className="flex min-w-0 flex-wrap items-center gap-x-2">
          {signatureText(i18n, signature)}
          <SignatureState signature={signature} />
        </span>
        <span className="transition-transform group-open:rotate-180 print:hidden">
          <ChevronDownIcon />
        </span>
      </summary>
      <div className="print:hidden">{open && <LazySignatureDetails note={note} signature={signature} />}</div>
    </details>
  );
}

function SignatureState({ signature: { state, revoked_at } }: { signature: Signature }) {
  if (state === "invalid") {
    return (
      <Chip tone="red">
        <WarningIcon />
        <Trans id="signature.invalid" message="Not valid" />
      </Chip>
    );
  }
  return (
    revoked_at && (
      <Chip tone="amber">
        <Trans
          id="signature.revoked"
          message="Valid; key revoked later, on {date}"
          values={{ date: <Time at={revoked_at} only="date" /> }}
        />
      </Chip>
    )
  );
}

/** Over a note whose signature does not verify: nobody is to rely on it by oversight. */
export function InvalidSignature() {
  return (
    <p className="mb-1 flex items-start gap-2 rounded-md bg-red px-3 py-1.5 font-medium text-surface lang-ur:font-normal print:border-2 print:border-ink print:bg-transparent print:text-ink">
      <span className="pt-0.5">
        <WarningIcon />
      </span>
      <Trans
        id="signature.invalid.warning"
        message="The signature under this entry is not valid: the entry, its evidence or the ledger was changed. Do not act on it, and tell those who run the office."
      />
    </p>
  );
}
