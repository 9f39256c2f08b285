import { Trans, useLingui } from "@lingui/react";
import { getRouteApi, Link } from "@tanstack/react-router";
import { api } from "@/api/client";
import type { Mail, MailPaper } from "@/api/schema";
import { Num, Time } from "@/i18n/format";
import { problemText } from "@/i18n/problems";
import { formatBytes } from "@/office/bytes";
import { download } from "@/office/download";
import { RegistryNav } from "@/office/RegistryNav";
import { Words } from "@/office/Words";
import { Button } from "@/ui/Button";
import { cx } from "@/ui/cx";
import { ErrorNotice } from "@/ui/errors";
import { DownloadIcon } from "@/ui/paperIcons";
import { Chip, SkeletonRows } from "@/ui/states";
import { toast } from "@/ui/toast";
import { useTitle } from "@/ui/useTitle";
import { MailActs } from "./MailActs";
import { paperNotice, reasonWords, stateLabel } from "./words";

const route = getRouteApi("/office/registry/mail/$id");

/** One mail: who says he wrote it, what it says, what came along, and what may be done with it. */
export function MailPage() {
  const { id } = route.useParams();
  const { i18n } = useLingui();
  const { data, error, refetch } = api.useQuery("get", "/api/v1/mails/{id}", { params: { path: { id } } });
  useTitle(data?.summary.subject || i18n._({ id: "mail.title", message: "E-mail" }));
  return (
    <div className="mx-auto max-w-4xl">
      <RegistryNav />
      {error && !data && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonRows rows={6} height="h-16" />}
      {data && <Shown key={id} mail={data} />}
    </div>
  );
}

function Shown({ mail }: { mail: Mail }) {
  return (
    <article className="flex flex-col gap-4">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <Heading mail={mail} />
        <MailActs mail={mail} />
      </div>
      <Outcome mail={mail} />
      {mail.came_with.length > 0 && (
        <section>
          <h2 className="mb-1 font-serif text-lg">
            <Trans id="mail.came_with" message="What came along" />
          </h2>
          <ul className="divide-y divide-line rounded-md border border-line bg-surface">
            {mail.came_with.map((paper) => (
              <Paper key={paper.ordinal} mail={mail} paper={paper} />
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2 className="mb-1 font-serif text-lg">
          <Trans id="mail.text" message="Text" />
        </h2>
        <div className="wrap-anywhere whitespace-pre-wrap rounded-md border border-line bg-surface p-4">
          {mail.body ? (
            <Lines text={mail.body} />
          ) : (
            <span className="text-muted">
              <Trans id="mail.no_text" message="The mail has no text." />
            </span>
          )}
        </div>
      </section>
      <p>
        <SaveButton path={`/api/v1/mails/${mail.summary.id}/original`} name={`${mail.summary.id}.eml`}>
          <Trans id="mail.original" message="Save the original mail" />
        </SaveButton>
      </p>
    </article>
  );
}

/** Each line in the direction of its letters. */
function Lines({ text }: { text: string }) {
  return text.split("\n").map((line, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the text of a mail never changes
    <p key={index} dir="auto" className="min-h-[1lh]">
      {line}
    </p>
  ));
}

function Heading({ mail: { summary } }: { mail: Mail }) {
  const { i18n } = useLingui();
  return (
    <header className="flex min-w-0 flex-col gap-1">
      <h1 className="wrap-anywhere font-serif text-xl font-semibold lang-ur:font-normal">
        {summary.subject ? (
          <Words>{summary.subject}</Words>
        ) : (
          <Trans id="mail.no_subject" message="(without a subject)" />
        )}
      </h1>
      <p className="wrap-anywhere">
        <Trans id="mail.from" message="From:" /> {summary.from_name && <Words>{summary.from_name}</Words>}{" "}
        {summary.from_address && <Num className="text-muted">{summary.from_address}</Num>}
      </p>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
        <span>
          <Trans id="mail.arrived" message="Arrived" /> <Time at={summary.arrived_at} />
        </span>
        {summary.written_at && (
          <span>
            <Trans id="mail.written" message="dated by the sender" /> <Time at={summary.written_at} />
          </span>
        )}
        <Chip>{stateLabel(i18n, summary.state)}</Chip>
        {summary.automatic && (
          <Chip>
            <Trans id="mail.automatic" message="Written by a machine" />
          </Chip>
        )}
      </p>
      <p className="text-sm text-muted">
        <Trans
          id="mail.unproved"
          message="Name and address are what the mail says of itself; nobody has proved them."
        />
      </p>
    </header>
  );
}

/** What became of it. */
function Outcome({ mail }: { mail: Mail }) {
  const { i18n } = useLingui();
  if (mail.receipt_id) {
    return (
      <p className="rounded-md border border-signed-line bg-signed px-3 py-2">
        <Trans id="mail.became" message="In the diary as" />{" "}
        <Link to="/receipts/$id" params={{ id: mail.receipt_id }} className="text-accent underline">
          <Num>{mail.summary.diary_number}</Num>
        </Link>
      </p>
    );
  }
  if (mail.set_aside_reason) {
    return (
      <p className="wrap-anywhere rounded-md border border-line bg-sunken px-3 py-2">
        <Trans id="mail.aside" message="Set aside:" /> {reasonWords(i18n, mail.set_aside_reason)}
        {mail.set_aside_remark && (
          <>
            {" · "}
            <Words>{mail.set_aside_remark}</Words>
          </>
        )}
      </p>
    );
  }
  return null;
}

const TONES = { plain: "text-muted", green: "text-green", amber: "text-amber", red: "text-red" };

function Paper({ mail, paper }: { mail: Mail; paper: MailPaper }) {
  const { i18n } = useLingui();
  const notice = paperNotice(i18n, paper);
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-3 py-2">
      <div className="min-w-0">
        <div className="wrap-anywhere">
          <Words>{paper.file_name}</Words>
          <span className="block whitespace-nowrap text-sm text-muted">
            <Num>{formatBytes(paper.size, i18n.locale)}</Num>
            {paper.pages !== null && (
              <>
                {" · "}
                <Trans
                  id="mail.pages"
                  message="{count, plural, one {# page} other {# pages}}"
                  values={{ count: paper.pages }}
                />
              </>
            )}
          </span>
        </div>
        {notice && <div className={cx("text-sm", TONES[notice.tone])}>{notice.text}</div>}
      </div>
      {!paper.refusal && (
        <SaveButton
          path={`/api/v1/mails/${mail.summary.id}/papers/${paper.ordinal}`}
          name={paper.file_name}
          of={paper.file_name}
        >
          <Trans id="mail.save" message="Save" />
        </SaveButton>
      )}
    </li>
  );
}

function SaveButton({
  path,
  name,
  of,
  children,
}: {
  path: string;
  name: string;
  of?: string;
  children: React.ReactNode;
}) {
  const save = () => download(path, name).catch((error) => toast(problemText(error), "failed"));
  return (
    <Button icon={<DownloadIcon />} onClick={() => void save()}>
      {children}
      {of && <span className="sr-only"> {of}</span>}
    </Button>
  );
}
