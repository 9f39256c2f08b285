import { Trans, useLingui } from "@lingui/react";
import type { Dispatch } from "@/api/schema";
import { Time } from "@/i18n/format";
import { Words } from "@/office/Words";
import { mailLabel, noMailWords } from "./words";

/** How it stands with the e-mail that carries it, in the server's own words; or why none does. */
export function ByMail({ dispatch: { mail, no_mail, state } }: { dispatch: Dispatch }) {
  const { i18n } = useLingui();
  if (no_mail) {
    // Once it went on another way, why it did not go by mail is of no use to anybody.
    return state === "waiting" ? <p className="text-sm text-muted">{noMailWords(i18n, no_mail)}</p> : null;
  }
  if (!mail) return null;
  return (
    <>
      <p className={state === "returned" ? "text-sm text-red" : "text-sm text-muted"}>
        {mailLabel(i18n, mail.state)}
        {mail.accepted_at && mail.state === "accepted" && (
          <>
            {" · "}
            <Time at={mail.accepted_at} />
          </>
        )}
      </p>
      {mail.said && state !== "returned" && (
        <p className="wrap-anywhere text-sm">
          <span className="text-muted">
            <Trans id="dispatch.mail.said" message="The last try ended with" />
          </span>{" "}
          <Words>{mail.said}</Words>
        </p>
      )}
      {mail.next_at && mail.state === "delayed" && (
        <p className="text-sm text-muted">
          <Trans id="dispatch.mail.next" message="Next try" /> <Time at={mail.next_at} />
          {" · "}
          <Trans id="dispatch.mail.until" message="tried until" /> <Time at={mail.until} />
        </p>
      )}
    </>
  );
}
