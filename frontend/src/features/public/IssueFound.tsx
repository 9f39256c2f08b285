import { Trans, useLingui } from "@lingui/react";
import type { ReactNode } from "react";
import type { PublicAmendment, PublicIssue, PublicName } from "@/api/schema";
import { Num, Time } from "@/i18n/format";
import { currentLanguage } from "@/i18n/i18n";
import { amendmentLabel, formLabel } from "@/office/draftWords";
import { languageOf } from "@/office/script";
import { Words } from "@/office/Words";
import { buttonClass } from "@/ui/Button";
import { CopyCode } from "@/ui/CopyCode";
import { CheckIcon, CloseIcon, WarningIcon } from "@/ui/icons";
import { CheckFile } from "./CheckFile";
import { HowProven } from "./HowProven";
import { Verdict } from "./Verdict";

/** A document that the office issued: what it is worth, what is told of it, and whether a copy is that document. */
export function IssueFound({ issue }: { issue: PublicIssue }) {
  return (
    <div className="flex flex-col gap-5">
      <Worth issue={issue} />
      <Particulars issue={issue} />
      <CheckFile sha256={issue.sha256} />
      <HowProven issue={issue} />
    </div>
  );
}

function Worth({ issue }: { issue: PublicIssue }) {
  const { i18n } = useLingui();
  const ending = issue.amended_by.find(({ how }) => how !== "corrigendum");
  const corrections = issue.amended_by.filter(({ how }) => how === "corrigendum");
  const corrected = corrections.length > 0 && (
    <div>
      <p>
        <Trans id="public.worth.corrected" message="It was corrected; read it together with:" />
      </p>
      <ul className="list-disc ps-5">
        {corrections.map((one) => (
          <li key={one.number}>
            <Other other={one} />
          </li>
        ))}
      </ul>
    </div>
  );
  if (issue.status === "valid") {
    return (
      <Verdict
        tone="green"
        icon={<CheckIcon />}
        title={i18n._({ id: "public.worth.valid", message: "Valid: this office issued this document" })}
      >
        {corrected}
        <p>
          <Trans
            id="public.worth.compare"
            message="Compare what stands below with your document: number, date and post must be the same."
          />
        </p>
      </Verdict>
    );
  }
  const superseded = issue.status === "superseded";
  return (
    <Verdict
      tone={superseded ? "amber" : "red"}
      icon={superseded ? <WarningIcon /> : <CloseIcon />}
      title={
        superseded
          ? i18n._({
              id: "public.worth.superseded",
              message: "Superseded: another document has taken its place",
            })
          : i18n._({ id: "public.worth.rescinded", message: "Rescinded: this document no longer holds" })
      }
    >
      <p>
        <Trans id="public.worth.was" message="This office issued it. It ended by:" />{" "}
        {ending && <Other other={ending} />}
      </p>
      {corrected}
    </Verdict>
  );
}

function Other({ other }: { other: PublicAmendment }) {
  const { i18n } = useLingui();
  return (
    <>
      {amendmentLabel(i18n, other.how)} <Num className="font-medium">{other.number}</Num>
      {" · "}
      <span className="whitespace-nowrap">
        <Time at={other.date} only="date" />
      </span>
    </>
  );
}

const named = (name: PublicName) => name[currentLanguage()];

function Particulars({ issue }: { issue: PublicIssue }) {
  const { i18n } = useLingui();
  return (
    <section className="flex flex-col gap-3 rounded-lg border border-line bg-surface p-4 sm:p-5">
      <h2 className="font-serif text-lg">
        <Trans id="public.issue" message="The document" />
      </h2>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5">
        <Row name={<Trans id="public.number" message="Number" />}>
          <Num className="font-medium">{issue.number}</Num>
        </Row>
        <Row name={<Trans id="public.date" message="Date" />}>
          <Time at={issue.date} only="date" />
        </Row>
        {issue.form && (
          <Row name={<Trans id="draft.form" message="Form" />}>{formLabel(i18n, issue.form)}</Row>
        )}
        {issue.post && (
          <Row name={<Trans id="public.signed" message="Signed by" />}>
            <bdi>{named(issue.post)}</bdi>
            {issue.unit && (
              <span className="block text-sm text-muted">
                <bdi>{named(issue.unit)}</bdi>
              </span>
            )}
          </Row>
        )}
        {issue.pages && (
          <Row name={<Trans id="public.pages" message="Pages" />}>
            <Num>{issue.pages}</Num>
          </Row>
        )}
        {issue.subject && (
          <Row name={<Trans id="public.subject" message="Subject" />}>
            <span lang={languageOf(issue.subject)} className="block">
              <Words>{issue.subject}</Words>
            </span>
          </Row>
        )}
        {issue.amends && (
          <Row name={<Trans id="public.does" message="What it does" />}>
            <Other other={issue.amends} />
          </Row>
        )}
        <Row name={<Trans id="public.digest" message="Fingerprint (SHA-256)" />}>
          <CopyCode label={i18n._({ id: "public.digest", message: "Fingerprint (SHA-256)" })}>
            {issue.sha256}
          </CopyCode>
        </Row>
      </dl>
      {!issue.form && (
        <p className="text-sm text-muted">
          <Trans
            id="public.closely"
            message="More is not told here: what the document says is for those to whom it is addressed."
          />
        </p>
      )}
      {issue.document_path && (
        <a href={issue.document_path} download className={buttonClass("plain", "sm:self-start")}>
          <Trans id="public.download" message="Download the document (PDF)" />
        </a>
      )}
    </section>
  );
}

export function Row({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <>
      <dt className="max-w-32 pt-0.5 text-sm text-muted">{name}</dt>
      <dd className="min-w-0 wrap-anywhere">{children}</dd>
    </>
  );
}
