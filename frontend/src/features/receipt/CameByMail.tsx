import { Trans } from "@lingui/react";
import { Link } from "@tanstack/react-router";
import type { Mail } from "@/api/schema";
import { Words } from "@/office/Words";

/** Which mail is being diarised, and which of its papers go into the diary. */
export function CameByMail({ mail }: { mail: Mail }) {
  const papers = mail.came_with.filter((paper) => !paper.refusal);
  return (
    <section className="rounded-md border border-line bg-sunken px-3 py-2">
      <p className="wrap-anywhere">
        <Trans id="mail.diarising" message="From the e-mail" />{" "}
        <Link to="/registry/mail/$id" params={{ id: mail.summary.id }} className="text-accent underline">
          {mail.summary.subject ? (
            <Words>{mail.summary.subject}</Words>
          ) : (
            <Trans id="mail.no_subject" message="(without a subject)" />
          )}
        </Link>
      </p>
      {papers.length > 0 ? (
        <ul className="ms-5 list-disc">
          {papers.map((paper) => (
            <li key={paper.ordinal} className="wrap-anywhere">
              <Words>{paper.file_name}</Words>
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-muted">
          <Trans id="mail.diarising.none" message="No paper came along." />
        </p>
      )}
      <p className="text-sm text-muted">
        <Trans
          id="mail.diarising.check"
          message="What stands below is taken from the mail. Check it before you diarise."
        />
      </p>
    </section>
  );
}
