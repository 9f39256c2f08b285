import { Trans, useLingui } from "@lingui/react";
import type { ReactNode } from "react";
import type { Dispatch } from "@/api/schema";
import { Num, Time } from "@/i18n/format";
import { Words } from "@/office/Words";
import { Chip } from "@/ui/states";
import { ByMail } from "./ByMail";
import { channelLabel, failureWords, STATE_TONES, stateLabel } from "./words";

/** Where it is on its way, and what is known of it. */
export function Progress({ dispatch, diary }: { dispatch: Dispatch; diary?: ReactNode }) {
  const { i18n } = useLingui();
  const { state, failure, delivered_at, diary_number, dispatched_on, carrier, reference } = dispatch;
  // When the mail server took it stands with the e-mail.
  const isTaken = dispatch.channel === "email" && dispatch.mail?.state === "accepted";
  return (
    <div className="flex flex-col gap-0.5">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Chip tone={STATE_TONES[state]}>{stateLabel(i18n, state)}</Chip>
        <span className="text-sm text-muted">{channelLabel(i18n, dispatch.channel)}</span>
      </p>
      {failure && <p className="text-sm text-red">{failureWords(i18n, failure)}</p>}
      <ByMail dispatch={dispatch} />
      {delivered_at && (
        <Line label={<Trans id="dispatch.delivered_at" message="Delivered" />}>
          <Time at={delivered_at} />
        </Line>
      )}
      {diary_number && (
        <Line label={<Trans id="dispatch.diary" message="Diary number there" />}>
          {diary ?? <Num>{diary_number}</Num>}
        </Line>
      )}
      {dispatched_on && !isTaken && (
        <Line label={<Trans id="dispatch.sent_on" message="Sent" />}>
          <Time at={dispatched_on} only="date" />
          {carrier && (
            <>
              {" · "}
              <Words>{carrier}</Words>
            </>
          )}
          {reference && (
            <>
              {" · "}
              <Num>{reference}</Num>
            </>
          )}
        </Line>
      )}
      {dispatch.returned_on && (
        <Line label={<Trans id="dispatch.returned_on" message="Came back" />}>
          <Time at={dispatch.returned_on} only="date" />
          {dispatch.return_reason && (
            <>
              {" · "}
              <Words>{dispatch.return_reason}</Words>
            </>
          )}
        </Line>
      )}
      {dispatch.acknowledged_on && (
        <Line label={<Trans id="dispatch.acknowledged_on" message="Acknowledged on" />}>
          <Time at={dispatch.acknowledged_on} only="date" />
          {dispatch.acknowledged_by && (
            <>
              {" · "}
              <Words>{dispatch.acknowledged_by}</Words>
            </>
          )}
        </Line>
      )}
      {dispatch.answered_at && (
        <Line label={<Trans id="dispatch.answered_at" message="Answered" />}>
          <Time at={dispatch.answered_at} />
        </Line>
      )}
      {dispatch.reminders > 0 && (
        <Line label={<Trans id="dispatch.reminders" message="Reminders" />}>
          <Num>{dispatch.reminders}</Num>
        </Line>
      )}
    </div>
  );
}

function Line({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <p className="wrap-anywhere text-sm">
      <span className="text-muted">{label}</span> {children}
    </p>
  );
}
