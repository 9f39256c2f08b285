import { Trans, useLingui } from "@lingui/react";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Communication, CommunicationIssue, IssueAmendment } from "@/api/schema";
import { Num, Time } from "@/i18n/format";
import { amendmentLabel } from "@/office/draftWords";
import { Button } from "@/ui/Button";
import { confirm } from "@/ui/confirm";
import { cx } from "@/ui/cx";
import { CheckIcon, WarningIcon } from "@/ui/icons";
import { Hand, HandName } from "./Hand";

interface BannersProps {
  draft: Communication;
  /** It could be changed, once the officer has said that he means to. */
  isLocked: boolean;
  /** He has said so, and not changed anything yet. */
  isChanging: boolean;
  onUnlock: () => void;
}

/** An approval, one that was lost, the issue, and the end of the draft. */
export function Banners({ draft, isLocked, isChanging, onUnlock }: BannersProps) {
  const { i18n } = useLingui();
  const { approval, voided_approval: voided, issue, withdrawn } = draft;
  const unlock = async () => {
    const isSure = await confirm({
      title: i18n._({ id: "draft.void.ask", message: "Change an approved draft?" }),
      body: i18n._({
        id: "draft.void.what",
        message: "The first change makes the approval void. It must then be approved anew.",
      }),
      action: i18n._({ id: "draft.void.do", message: "Change it" }),
      danger: true,
    });
    if (isSure) onUnlock();
  };
  return (
    <>
      {issue && <Standing issue={issue} />}
      {draft.amends && <Amending amends={draft.amends} isIssued={issue !== null} />}
      {issue && (
        <Banner tone={issue.status === "valid" ? "green" : "plain"}>
          <p>
            <Trans
              id="draft.issued"
              message="Issued as {number} on {date}, signed by {hand}."
              values={{
                number: <Num>{issue.number}</Num>,
                date: <Time at={issue.signed.at} only="date" />,
                hand: <HandName hand={issue.signed} />,
              }}
            />
          </p>
          <Link
            to="/files/$id"
            params={{ id: draft.file.id }}
            search={{ tab: "papers", document: issue.document_id }}
            className="text-accent underline"
          >
            <Trans id="draft.issued.copy" message="To the office copy" />
          </Link>
        </Banner>
      )}
      {approval && !issue && (
        <Banner tone="green">
          <p>
            <Trans
              id="draft.approved"
              message="Text {number} was approved by {hand}. Any change makes the approval void."
              values={{ number: <Num>{approval.text_number}</Num>, hand: <Hand hand={approval.by} /> }}
            />
          </p>
          {isLocked && (
            <Button onClick={() => void unlock()}>
              <Trans id="draft.void.open" message="Change it all the same" />
            </Button>
          )}
          {isChanging && (
            <p role="status">
              <Trans
                id="draft.void.next"
                message="You can write now. With your first change the approval ends."
              />
            </p>
          )}
        </Banner>
      )}
      {voided && (
        <Banner tone="amber">
          <p role="status">
            <Trans
              id="draft.voided"
              message="The approval of text {approved} by {hand} is void since text {number}. It must be approved anew."
              values={{
                approved: <Num>{voided.text_number}</Num>,
                hand: <Hand hand={voided.by} />,
                number: <Num>{voided.text_number + 1}</Num>,
              }}
            />
          </p>
        </Banner>
      )}
      {withdrawn && (
        <Banner tone="plain">
          <p>
            <Trans
              id="draft.withdrawn"
              message="Withdrawn by {hand}. Its texts and remarks stay readable."
              values={{ hand: <Hand hand={withdrawn} /> }}
            />
          </p>
        </Banner>
      )}
    </>
  );
}

/** What later issues did to this one. */
function Standing({ issue }: { issue: CommunicationIssue }) {
  const { i18n } = useLingui();
  if (issue.amended_by.length === 0) return null;
  const titles = {
    valid: i18n._({ id: "draft.status.corrected", message: "It holds, and was corrected:" }),
    superseded: i18n._({
      id: "draft.status.superseded",
      message: "Superseded: another issue has taken its place.",
    }),
    rescinded: i18n._({ id: "draft.status.rescinded", message: "Rescinded: it no longer holds." }),
  };
  return (
    <Banner tone={issue.status === "rescinded" ? "red" : "amber"}>
      <div>
        <p className="font-medium lang-ur:font-normal">{titles[issue.status]}</p>
        <ul className="list-disc ps-5">
          {issue.amended_by.map((one) => (
            <li key={one.issue_id}>
              <OtherIssue other={one} />
            </li>
          ))}
        </ul>
      </div>
    </Banner>
  );
}

/** What this one does, or did, to an earlier issue. */
function Amending({ amends, isIssued }: { amends: IssueAmendment; isIssued: boolean }) {
  return (
    <Banner tone="plain">
      <p>
        {isIssued ? (
          <Trans id="draft.amends.did" message="What it did to an earlier issue:" />
        ) : (
          <Trans id="draft.amends.will" message="What it does to an earlier issue, once it is issued:" />
        )}{" "}
        <OtherIssue other={amends} />
      </p>
    </Banner>
  );
}

/** The kind of change, and the other issue; with a link where the reader may go there. */
function OtherIssue({ other }: { other: IssueAmendment }) {
  const { i18n } = useLingui();
  const number = <Num>{other.number}</Num>;
  return (
    <>
      {amendmentLabel(i18n, other.how)}
      {" · "}
      {other.file_id && other.communication_id ? (
        <Link
          to="/files/$fileId/drafts/$draftId"
          params={{ fileId: other.file_id, draftId: other.communication_id }}
          className="text-accent underline"
        >
          {number}
        </Link>
      ) : (
        number
      )}
      {" · "}
      <Time at={other.date} only="date" />
    </>
  );
}

const TONES = {
  green: "border-green bg-green-soft",
  amber: "border-amber bg-amber-soft",
  red: "border-red bg-red-soft",
  plain: "border-line-strong bg-sunken",
};

function Banner({ tone, children }: { tone: keyof typeof TONES; children: ReactNode }) {
  return (
    <div className={cx("flex items-start gap-3 rounded-md border px-4 py-2.5", TONES[tone])}>
      {tone === "green" && (
        <span className="pt-0.5 text-green">
          <CheckIcon />
        </span>
      )}
      {tone === "amber" && (
        <span className="pt-0.5 text-amber">
          <WarningIcon />
        </span>
      )}
      {tone === "red" && (
        <span className="pt-0.5 text-red">
          <WarningIcon />
        </span>
      )}
      <div className="flex min-w-0 flex-1 flex-wrap items-center justify-between gap-x-4 gap-y-2">
        {children}
      </div>
    </div>
  );
}
