import { Trans, useLingui } from "@lingui/react";
import { getRouteApi, Link } from "@tanstack/react-router";
import { api } from "@/api/client";
import type { MailLine, MailState } from "@/api/schema";
import { Num, Time } from "@/i18n/format";
import { formatBytes } from "@/office/bytes";
import { RegistryNav } from "@/office/RegistryNav";
import { Words } from "@/office/Words";
import { Button } from "@/ui/Button";
import { ErrorNotice } from "@/ui/errors";
import { Chip, EmptyState, PageHeader, SkeletonRows } from "@/ui/states";
import { useTitle } from "@/ui/useTitle";
import { STATES, stateLabel } from "./words";

const route = getRouteApi("/office/registry/mail");
const PAGE = 50;

/** What came in by e-mail for this registry: what waits first. */
export function MailboxPage() {
  const { i18n } = useLingui();
  const asked = route.useSearch().state;
  // An address may say anything; what is no state is left out.
  const state = STATES.find((one) => one === asked) ?? "waiting";
  const title = i18n._({ id: "mail.title", message: "E-mail" });
  useTitle(title);
  const mails = api.useInfiniteQuery(
    "get",
    "/api/v1/mails",
    { params: { query: { state, limit: PAGE } } },
    {
      pageParamName: "cursor",
      initialPageParam: null,
      getNextPageParam: (page: { next_cursor: string | null }) => page.next_cursor ?? undefined,
      refetchInterval: 30_000,
    },
  );
  const items = mails.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div>
      <PageHeader
        title={title}
        lead={
          <Trans
            id="mail.lead"
            message="Mail gets a diary number when you diarise it. Until then nothing of it is on record but that it came."
          />
        }
      />
      <RegistryNav />
      <States />
      {mails.isPending && <SkeletonRows rows={6} height="h-16" />}
      {mails.error && <ErrorNotice error={mails.error} onRetry={() => void mails.refetch()} />}
      {mails.data && items.length === 0 && <Empty state={state} />}
      {items.length > 0 && (
        <ul className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface">
          {items.map((mail) => (
            <Row key={mail.id} mail={mail} />
          ))}
        </ul>
      )}
      {mails.hasNextPage && (
        <div className="flex justify-center pt-3">
          <Button pending={mails.isFetchingNextPage} onClick={() => void mails.fetchNextPage()}>
            <Trans id="ui.more" message="Show more" />
          </Button>
        </div>
      )}
    </div>
  );
}

function States() {
  const { i18n } = useLingui();
  return (
    <nav
      aria-label={i18n._({ id: "mail.states", message: "State of the mail" })}
      className="mb-3 flex flex-wrap gap-1"
    >
      {STATES.map((one) => (
        <Link
          key={one}
          to="/registry/mail"
          search={one === "waiting" ? {} : { state: one }}
          activeOptions={{ exact: true, includeSearch: true }}
          className="rounded-full border px-3 py-0.5 no-underline"
          activeProps={{ className: "border-accent bg-accent-soft text-ink" }}
          inactiveProps={{ className: "border-line-strong text-muted hover:text-ink" }}
        >
          {stateLabel(i18n, one)}
        </Link>
      ))}
    </nav>
  );
}

function Row({ mail }: { mail: MailLine }) {
  const { i18n } = useLingui();
  return (
    <li className="relative flex flex-col gap-0.5 px-3 py-2 hover:bg-paper">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3 text-sm text-muted">
        <span className="wrap-anywhere">
          <Words>{mail.from_name || mail.from_address}</Words>
        </span>
        <Time at={mail.arrived_at} />
      </div>
      <div className="flex flex-wrap items-baseline gap-x-2">
        <Link
          to="/registry/mail/$id"
          params={{ id: mail.id }}
          className="wrap-anywhere font-medium text-ink no-underline after:absolute after:inset-0 hover:underline lang-ur:font-normal"
        >
          <Subject mail={mail} />
        </Link>
        {mail.automatic && (
          <Chip>
            <Trans id="mail.automatic" message="Written by a machine" />
          </Chip>
        )}
        {mail.diary_number && (
          <Chip tone="green">
            <Num>{mail.diary_number}</Num>
          </Chip>
        )}
      </div>
      <p className="line-clamp-1 wrap-anywhere text-sm text-muted">
        {mail.papers > 0 && (
          <>
            <Trans
              id="mail.papers"
              message="{count, plural, one {# paper} other {# papers}}"
              values={{ count: mail.papers }}
            />
            {" · "}
          </>
        )}
        <Num>{formatBytes(mail.size, i18n.locale)}</Num>
        {mail.glimpse && (
          <>
            {" · "}
            <Words>{mail.glimpse}</Words>
          </>
        )}
      </p>
    </li>
  );
}

export function Subject({ mail }: { mail: MailLine }) {
  if (mail.subject) return <Words>{mail.subject}</Words>;
  return <Trans id="mail.no_subject" message="(without a subject)" />;
}

function Empty({ state }: { state: MailState }) {
  if (state !== "waiting") {
    return <EmptyState title={<Trans id="mail.none" message="None in this state" />} />;
  }
  return (
    <EmptyState title={<Trans id="mail.none.waiting" message="No mail waits" />}>
      <Trans
        id="mail.none.waiting.what"
        message="What comes in by e-mail for this registry appears here within seconds."
      />
    </EmptyState>
  );
}
