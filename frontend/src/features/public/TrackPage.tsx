import { Trans, useLingui } from "@lingui/react";
import { useMutation } from "@tanstack/react-query";
import { bodyOf, client } from "@/api/client";
import type { TrackedReceipt } from "@/api/schema";
import { Num, Time } from "@/i18n/format";
import { currentLanguage } from "@/i18n/i18n";
import { CheckIcon } from "@/ui/icons";
import { Row } from "./IssueFound";
import { Mistyped, NotAnswered } from "./NotFound";
import { NumberAndCode, type Printed } from "./NumberAndCode";
import { PublicFrame } from "./PublicFrame";
import { Verdict } from "./Verdict";

/** What became of a paper, for whoever sent it. */
export function TrackPage() {
  const { i18n } = useLingui();
  const asking = useMutation({
    mutationFn: (printed: Printed) =>
      bodyOf(client.POST("/api/v1/public/receipt-searches", { body: printed })),
  });
  return (
    <PublicFrame
      title={i18n._({ id: "public.track.title", message: "Follow a paper you sent" })}
      lead={
        <Trans
          id="public.track.lead"
          message="When the office took your paper it gave you an acknowledgement with a diary number and a code."
        />
      }
    >
      <NumberAndCode
        numberHint={<Trans id="public.track.number" message="The diary number, as FD-1182/2026" />}
        codeHint={<Trans id="public.track.code" message="Ten letters below it, as 7K2M9-QX4TB" />}
        action={i18n._({ id: "public.track.do", message: "Show where it is" })}
        isPending={asking.isPending}
        onAsk={(printed) => asking.mutate(printed)}
      />
      {!asking.isPending && asking.data && <Found key={asking.submittedAt} paper={asking.data} />}
      {!asking.isPending && asking.error && (
        <NotAnswered
          key={asking.submittedAt}
          error={asking.error}
          title={i18n._({ id: "public.track.unknown", message: "The office finds no such paper" })}
        >
          <Mistyped />
          <li>
            <Trans
              id="public.track.unknown.old"
              message="The paper was taken before there were such codes. Ask at the registry, with its diary number."
            />
          </li>
        </NotAnswered>
      )}
    </PublicFrame>
  );
}

function Found({ paper }: { paper: TrackedReceipt }) {
  const { i18n } = useLingui();
  const titles = {
    under_consideration: i18n._({ id: "public.track.considered", message: "Under consideration" }),
    answered: i18n._({ id: "public.track.answered", message: "Answered" }),
    closed: i18n._({ id: "public.track.closed", message: "Closed without an answer" }),
  };
  const answered = paper.state === "answered";
  return (
    <Verdict tone={answered ? "green" : "plain"} icon={answered && <CheckIcon />} title={titles[paper.state]}>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5">
        <Row name={<Trans id="public.number" message="Number" />}>
          <Num>{paper.number}</Num>
        </Row>
        <Row name={<Trans id="receipt.received_on" message="Received on" />}>
          <Time at={paper.received_on} only="date" />
        </Row>
        {paper.answered_on && (
          <Row name={<Trans id="public.track.answeredOn" message="Answered on" />}>
            <Time at={paper.answered_on} only="date" />
          </Row>
        )}
        {paper.state === "under_consideration" && (
          <Row name={<Trans id="public.track.with" message="With" />}>
            {paper.unit ? (
              <bdi>{paper.unit[currentLanguage()]}</bdi>
            ) : (
              <Trans id="public.track.office" message="the office" />
            )}
          </Row>
        )}
      </dl>
      <Advice state={paper.state} />
    </Verdict>
  );
}

/** What the sender can do now. */
function Advice({ state }: { state: TrackedReceipt["state"] }) {
  if (state === "under_consideration") {
    return (
      <p>
        <Trans id="public.track.wait" message="Nothing is asked of you now. Look again in some days." />
      </p>
    );
  }
  if (state === "answered") {
    return (
      <p>
        <Trans
          id="public.track.letter"
          message="The answer was sent to the address that you gave. If it does not arrive, ask at the registry."
        />
      </p>
    );
  }
  return (
    <p>
      <Trans
        id="public.track.ask"
        message="The office has decided that no answer is needed. If you do not agree, ask at the registry with this number."
      />
    </p>
  );
}
