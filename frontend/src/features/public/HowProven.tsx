import { Trans } from "@lingui/react";
import type { PublicIssue } from "@/api/schema";
import { Num } from "@/i18n/format";
import { saveAs } from "@/office/download";
import { Button } from "@/ui/Button";

const LINK = "text-accent underline";

/** Why one may believe it, in a sentence; and what one needs to check it without the office. */
export function HowProven({ issue }: { issue: PublicIssue }) {
  const { proof } = issue;
  const keep = () =>
    saveAs(
      new Blob([JSON.stringify(issue, null, 2)], { type: "application/json" }),
      `proof-${issue.sha256.slice(0, 12)}.json`,
    );
  return (
    <section className="flex flex-col gap-3 rounded-lg border border-line bg-surface p-4 sm:p-5">
      <h2 className="font-serif text-lg">
        <Trans id="public.proof" message="How this is proven" />
      </h2>
      <p>
        <Trans
          id="public.proof.signature"
          message="The PDF carries the electronic signature of the officer who issued it: whoever changes one letter of it breaks the signature. Readers of PDF check it by themselves, once they know the office's certificate."
        />
      </p>
      <p className="flex flex-wrap gap-x-5 gap-y-1">
        <a href="/api/v1/certificates/root" download className={LINK}>
          <Trans id="public.proof.root" message="The office's root certificate" />
        </a>
        <a href="/api/v1/certificates/crl" download className={LINK}>
          <Trans id="public.proof.crl" message="Certificates that were revoked" />
        </a>
      </p>
      {proof ? (
        <>
          <p>
            <Trans
              id="public.proof.ledger"
              message="Its issue is entry {position} of {size} in the office's ledger, which nobody changes unnoticed."
              values={{ position: <Num>{proof.position + 1}</Num>, size: <Num>{proof.size}</Num> }}
            />
          </p>
          <Button onClick={keep} className="sm:self-start">
            <Trans id="public.proof.keep" message="Keep the proof (for experts)" />
          </Button>
        </>
      ) : (
        <p className="text-muted">
          <Trans
            id="public.proof.pending"
            message="Its place in the office's ledger is not given yet. Look again in a moment."
          />
        </p>
      )}
    </section>
  );
}
