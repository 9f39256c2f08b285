import { Trans, useLingui } from "@lingui/react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { client } from "@/api/client";
import { useMe } from "@/api/me";
import type { MyNotice } from "@/api/schema";
import { signOut } from "@/api/sign-out";
import { Num, nameOf, Time } from "@/i18n/format";
import { problemText } from "@/i18n/problems";
import { Button } from "@/ui/Button";
import { WarningIcon } from "@/ui/icons";
import { toast } from "@/ui/toast";
import { DONE, mayLeave } from "@/ui/unsaved";
import { noticeText, revocationReasonLabel } from "./factorWords";

/** As many are shown before one asks for the rest. */
const SHOWN = 3;

/** What happened to the reader's account since he last said that he knows it. */
export default function Notices({ notices }: { notices: MyNotice[] }) {
  const { i18n } = useLingui();
  const queries = useQueryClient();
  const [all, setAll] = useState(false);
  const [denied, setDenied] = useState(false);
  const latest = notices[0];
  const acknowledge = useMutation({
    mutationFn: (up_to: string) => client.POST("/api/v1/me/notices/acknowledgement", { body: { up_to } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["get", "/api/v1/me/notices"] }),
    onError: (error) => toast(problemText(error), "failed"),
  });
  if (!latest) return null;
  const shown = all ? notices : notices.slice(0, SHOWN);
  return (
    <section
      aria-label={i18n._({ id: "notice.title", message: "About your account" })}
      className="no-print mx-auto mb-4 flex max-w-[90rem] flex-wrap items-start gap-x-6 gap-y-2 rounded-md border border-amber bg-amber-soft px-4 py-2.5"
    >
      <div className="flex min-w-0 flex-1 basis-96 gap-3">
        <span className="pt-0.5 text-amber lang-ur:pt-2">
          <WarningIcon />
        </span>
        <div className="min-w-0">
          <ul>
            {shown.map((notice) => (
              <NoticeLine key={notice.id} notice={notice} />
            ))}
          </ul>
          {notices.length > shown.length && (
            <Button tone="quiet" className="-ms-3.5" onClick={() => setAll(true)}>
              <Trans
                id="notice.more"
                message="{count} more"
                values={{ count: <Num>{notices.length - shown.length}</Num> }}
              />
            </Button>
          )}
        </div>
      </div>
      {shown.length === notices.length && (
        <div className="flex flex-wrap gap-2">
          <Button pending={acknowledge.isPending} onClick={() => acknowledge.mutate(latest.id)}>
            <Trans id="notice.known" message="I know of this" />
          </Button>
          <Button tone="danger" aria-expanded={denied} onClick={() => setDenied(!denied)}>
            <Trans id="notice.denied" message="This was not me" />
          </Button>
        </div>
      )}
      {denied && <WhatToDo />}
    </section>
  );
}

function NoticeLine({ notice }: { notice: MyNotice }) {
  const { i18n } = useLingui();
  return (
    <li>
      {noticeText(i18n, notice.kind)}
      {notice.passkey && (
        <>
          {" "}
          (<bdi>{notice.passkey}</bdi>)
        </>
      )}{" "}
      <span className="inline-block text-sm text-muted">
        <Time at={notice.at} />
        {" · "}
        <By notice={notice} />
        {notice.reason && ` · ${revocationReasonLabel(i18n, notice.reason)}`}
      </span>
    </li>
  );
}

function By({ notice: { by } }: { notice: MyNotice }) {
  const { person } = useMe();
  if (!by) return <Trans id="notice.bySystem" message="by the system" />;
  if (by.id === person.id) return <Trans id="notice.byYou" message="in your name" />;
  return <Trans id="notice.by" message="by {name}" values={{ name: <bdi>{nameOf(by)}</bdi> }} />;
}

/** Somebody else may be in the account: what to do, the most urgent first. */
function WhatToDo() {
  const navigate = useNavigate();
  const everywhere = useMutation({
    mutationFn: async () => {
      if (!(await mayLeave())) return;
      await signOut(true);
      await navigate({ to: "/sign-in", ...DONE });
    },
    onError: (error) => toast(problemText(error), "failed"),
  });
  return (
    <ol className="flex basis-full list-decimal flex-col gap-2 border-t border-amber ps-9 pt-2">
      <li>
        <Trans
          id="notice.call"
          message="Call the administrator of your department now, by telephone. Do not write: somebody else may read along."
        />
      </li>
      <li>
        <Trans
          id="notice.look"
          message="Look through your passkeys and your phone, and revoke what you do not know:"
        />{" "}
        <Link to="/account" hash="factors" className="text-accent underline">
          <Trans id="notice.toFactors" message="my second factors" />
        </Link>
      </li>
      <li>
        <Trans id="notice.change" message="Choose a new password there; it ends all other sessions." />
      </li>
      <li>
        <Trans id="notice.end" message="If you cannot do this now, end every session, this one too:" />{" "}
        <Button
          tone="danger"
          className="ms-1"
          pending={everywhere.isPending}
          onClick={() => everywhere.mutate()}
        >
          <Trans id="account.everywhere" message="Sign out everywhere" />
        </Button>
      </li>
    </ol>
  );
}
