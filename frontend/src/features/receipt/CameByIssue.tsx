import { Trans } from "@lingui/react";
import type { CameBy } from "@/api/schema";
import { Num, Time } from "@/i18n/format";
import { Words } from "@/office/Words";
import { CheckIcon, WarningIcon } from "@/ui/icons";

/** The issue of this office that a receipt is, and what its signature was worth when it was delivered. */
export function CameByIssue({ came }: { came: CameBy }) {
  const isWhole = came.verification === "unchanged";
  return (
    <>
      <Num>{came.issue_number}</Num>
      <span
        className={isWhole ? "flex items-start gap-1.5 text-green" : "flex items-start gap-1.5 text-amber"}
      >
        <span className="pt-0.5">{isWhole ? <CheckIcon /> : <WarningIcon />}</span>
        {isWhole ? (
          <Trans id="receipt.came.unchanged" message="Signed, and unchanged since" />
        ) : (
          <Trans id="receipt.came.untrusted" message="Its signature is not trusted by this office" />
        )}
      </span>
      <span className="block text-sm text-muted">
        <Words>{came.signer}</Words> · <Time at={came.signed_at} />
      </span>
      <details className="text-sm text-muted">
        <summary className="cursor-pointer">
          <Trans id="receipt.came.digest" message="Digest of the document (SHA-256)" />
        </summary>
        <Num className="font-mono wrap-anywhere">{came.sha256}</Num>
        <span className="block">
          <Trans id="receipt.came.looked" message="Looked at" /> <Time at={came.verified_at} />
        </span>
      </details>
    </>
  );
}
