import { Trans, useLingui } from "@lingui/react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { queryClient } from "@/api/query-client";
import { isHalf, type SessionGrant, session } from "@/api/session";
import { dropSession } from "@/api/sign-out";
import { useStore } from "@/api/store";
import { nameOf } from "@/i18n/format";
import { Enrolment } from "@/office/Enrolment";
import { SecondFactorStep } from "@/office/SecondFactorStep";
import { Button } from "@/ui/Button";
import { Confirmations } from "@/ui/confirm";
import { Toasts } from "@/ui/toast";
import { useTitle } from "@/ui/useTitle";
import { settleLanguage } from "./language";
import { SessionFrame } from "./SessionFrame";

/** Between the password and the office: the second factor, or setting one up where the post needs it. */
export function StepPage() {
  const { i18n } = useLingui();
  const navigate = useNavigate();
  const { next } = useSearch({ from: "/sign-in/step" });
  const state = useStore(session.state);
  const [first] = useState(state);
  const enrols = first === "enrolment";
  const title = enrols
    ? i18n._({ id: "factor.enrol", message: "Set up your second factor" })
    : i18n._({ id: "factor.step", message: "Second factor" });
  useTitle(title);

  useEffect(() => {
    if (!isHalf(first) || state === "none") void navigate({ to: "/sign-in", search: { next } });
  }, [first, state, next, navigate]);

  const enter = async (grant: SessionGrant) => {
    queryClient.clear();
    session.accept(grant);
    await settleLanguage();
    await navigate({ href: next ?? "/" });
  };
  if (!isHalf(first)) return null;
  return (
    <SessionFrame title={title}>
      <Who />
      {enrols ? (
        <Enrolment onDone={enter}>
          <StartAgain />
        </Enrolment>
      ) : (
        <>
          <p className="mb-4 text-muted">
            <Trans id="factor.step.why" message="The password was right. Now show that it is really you." />
          </p>
          <SecondFactorStep onGrant={enter} />
          <div className="pt-4">
            <StartAgain />
          </div>
        </>
      )}
      <Confirmations />
      <Toasts />
    </SessionFrame>
  );
}

/** Whose password it was. */
function Who() {
  const person = session.grant?.person;
  return person && <bdi className="mb-2 block font-medium lang-ur:font-normal">{nameOf(person)}</bdi>;
}

function StartAgain() {
  return (
    <div className="border-t border-line pt-3">
      <Button tone="quiet" className="-ms-3.5" onClick={dropSession}>
        <Trans id="factor.step.again" message="Start again, or sign in as somebody else" />
      </Button>
    </div>
  );
}
