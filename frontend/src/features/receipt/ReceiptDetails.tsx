import { Trans, useLingui } from "@lingui/react";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Receipt } from "@/api/schema";
import { Num, nameOf, Time } from "@/i18n/format";
import { actionLabel } from "@/office/deskLabels";
import { CommunicationLink } from "@/office/dispatch/CommunicationLink";
import { modeLabel, reasonLabel } from "@/office/labels";
import { PostName } from "@/office/PostName";
import { Words } from "@/office/Words";
import { Acknowledgement } from "./Acknowledgement";
import { CameByIssue } from "./CameByIssue";

/** What the registry wrote down, and where the paper is. */
export function ReceiptDetails({ receipt }: { receipt: Receipt }) {
  const { i18n } = useLingui();
  return (
    <section className="rounded-md border border-line bg-surface p-4">
      <h2 className="sr-only">
        <Trans id="receipt.details" message="Particulars" />
      </h2>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5">
        <Whereabouts receipt={receipt} />
        <Row name={<Trans id="receipt.sender" message="Sender" />}>
          <Lines lines={[receipt.sender_name, receipt.sender_office, receipt.sender_address]} />
        </Row>
        {receipt.reference_number && (
          <Row name={<Trans id="receipt.reference" message="Their reference" />}>
            <Num>{receipt.reference_number}</Num>
            {receipt.reference_date && (
              <>
                {" · "}
                <Time at={receipt.reference_date} only="date" />
              </>
            )}
          </Row>
        )}
        {receipt.came_by && (
          <Row name={<Trans id="receipt.came" message="Came by" />}>
            <CameByIssue came={receipt.came_by} />
          </Row>
        )}
        {receipt.in_reply_to && (
          <Row name={<Trans id="receipt.answers" message="Answers our number" />}>
            {receipt.in_reply_to.communication_id ? (
              <CommunicationLink id={receipt.in_reply_to.communication_id}>
                <Num>{receipt.in_reply_to.number}</Num>
              </CommunicationLink>
            ) : (
              <Num>{receipt.in_reply_to.number}</Num>
            )}
          </Row>
        )}
        {receipt.due_on && (
          <Row name={<Trans id="paper.due_on" message="Due on" />}>
            <Time at={receipt.due_on} only="date" />
          </Row>
        )}
        {receipt.enclosures && (
          <Row name={<Trans id="receipt.enclosures" message="Enclosures" />}>
            <Words>{receipt.enclosures}</Words>
          </Row>
        )}
        <Row name={<Trans id="receipt.received_on" message="Received on" />}>
          <Time at={receipt.received_on} only="date" /> · {modeLabel(i18n, receipt.mode)}
        </Row>
        <Row name={<Trans id="receipt.diarised_at" message="Diarised" />}>
          <Time at={receipt.diarised_at} />
          <span className="block text-sm text-muted">
            <bdi>{nameOf(receipt.registry)}</bdi> · <PostName post={receipt.diarised_by} />
          </span>
        </Row>
        {receipt.tracking_code && (
          <Row name={<Trans id="receipt.tracking" message="Code for the sender" />}>
            <Num>{receipt.tracking_code}</Num>
            <Acknowledgement receipt={receipt} />
          </Row>
        )}
        {receipt.copies.length > 0 && (
          <Row name={<Trans id="receipt.copies" message="Copies" />}>
            <ul>
              {receipt.copies.map((copy) => (
                <li key={copy.post.id}>
                  <PostName post={copy.post} /> ({actionLabel(i18n, copy.action)})
                  <span className="block text-sm text-muted">
                    <CopyState copy={copy} />
                  </span>
                </li>
              ))}
            </ul>
          </Row>
        )}
      </dl>
    </section>
  );
}

/** Seen and put away, looked at, or neither. */
function CopyState({ copy }: { copy: Receipt["copies"][number] }) {
  if (copy.seen_at) {
    return (
      <>
        <Trans id="receipt.copy.seen" message="seen" /> <Time at={copy.seen_at} />
      </>
    );
  }
  if (copy.read_at) {
    return (
      <>
        <Trans id="receipt.copy.read" message="looked at" /> <Time at={copy.read_at} />
      </>
    );
  }
  return <Trans id="receipt.copy.unread" message="not seen yet" />;
}

/** On a file, with a post, or disposed of: what the reader wants to know first. */
function Whereabouts({ receipt }: { receipt: Receipt }) {
  const { i18n } = useLingui();
  return (
    <>
      {receipt.file && (
        <Row name={<Trans id="receipt.on_file" message="On file" />}>
          <Link
            to="/files/$id"
            params={{ id: receipt.file.id }}
            search={receipt.pages_from ? { page: receipt.pages_from } : {}}
            className="text-accent underline"
          >
            <Num>{receipt.file.number}</Num>
          </Link>
          {receipt.pages_from && (
            <>
              {" · "}
              <Num>
                {receipt.pages_from}/C{receipt.pages_to !== receipt.pages_from && `–${receipt.pages_to}/C`}
              </Num>
            </>
          )}
          <span className="block text-sm text-muted">
            <Words className="block">{receipt.file.subject}</Words>
          </span>
        </Row>
      )}
      {receipt.holder && !receipt.file && (
        <Row name={<Trans id="receipt.with" message="With" />}>
          <PostName post={receipt.holder} withHolder />
          <span className="block text-sm text-muted">
            {receipt.action && actionLabel(i18n, receipt.action)}
            {receipt.action && receipt.holder_since && " · "}
            {receipt.holder_since && <Time at={receipt.holder_since} />}
          </span>
        </Row>
      )}
      {receipt.disposal_reason && (
        <Row name={<Trans id="receipt.disposed" message="Disposed of" />}>
          {reasonLabel(i18n, receipt.disposal_reason)}
          {receipt.disposal_remark && (
            <Words className="block text-sm text-muted">{receipt.disposal_remark}</Words>
          )}
        </Row>
      )}
    </>
  );
}

function Row({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <>
      <dt className="max-w-32 pt-0.5 text-sm text-muted">{name}</dt>
      <dd className="min-w-0 wrap-anywhere">{children}</dd>
    </>
  );
}

function Lines({ lines }: { lines: (string | null)[] }) {
  return lines
    .filter((line): line is string => Boolean(line))
    .map((line, index) => (
      <span key={line} className={index === 0 ? "block" : "block text-sm text-muted"}>
        <Words>{line}</Words>
      </span>
    ));
}
