import { Trans, useLingui } from "@lingui/react";
import { Link, useSearch } from "@tanstack/react-router";
import type { PasskeyState } from "@/api/schema";
import { passkeyStateLabel } from "@/office/factorWords";
import { OrganisationNav } from "@/office/OrganisationNav";
import { usePasskeys } from "@/office/waitingPasskeys";
import { Button } from "@/ui/Button";
import { ErrorNotice } from "@/ui/errors";
import { EmptyState, PageHeader, SkeletonRows } from "@/ui/states";
import { useTitle } from "@/ui/useTitle";
import { PasskeyLine } from "./PasskeyLine";

const STATES: PasskeyState[] = ["pending", "suspected", "approved", "revoked"];

/** Passkeys of everybody: those that wait for approval first. */
export function PasskeysPage() {
  const { i18n } = useLingui();
  const { state = "pending" } = useSearch({ from: "/office/organisation/passkeys" });
  const passkeys = usePasskeys(state);
  const items = passkeys.data?.pages.flatMap((page) => page.items) ?? [];
  const title = i18n._({ id: "passkey.title", message: "Passkeys" });
  useTitle(title);
  return (
    <div className="mx-auto max-w-[90rem]">
      <PageHeader
        title={title}
        lead={
          <Trans
            id="passkey.admin.lead"
            message="An approved passkey opens the office without a password. So each is approved by somebody who has made sure, face to face or by telephone, that its owner added it."
          />
        }
      />
      <OrganisationNav />
      <nav
        aria-label={i18n._({ id: "passkey.admin.states", message: "State of the passkeys" })}
        className="mb-3 flex flex-wrap gap-1"
      >
        {STATES.map((one) => (
          <Link
            key={one}
            to="/organisation/passkeys"
            search={one === "pending" ? {} : { state: one }}
            activeOptions={{ exact: true, includeSearch: true }}
            className="rounded-full border px-3 py-0.5 no-underline"
            activeProps={{ className: "border-accent bg-accent-soft text-ink" }}
            inactiveProps={{ className: "border-line-strong text-muted hover:text-ink" }}
          >
            {passkeyStateLabel(i18n, one)}
          </Link>
        ))}
      </nav>
      {passkeys.isPending && <SkeletonRows rows={4} height="h-16" />}
      {passkeys.error && <ErrorNotice error={passkeys.error} onRetry={() => void passkeys.refetch()} />}
      {passkeys.data && items.length === 0 && <Empty state={state} />}
      {items.length > 0 && (
        <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
          {items.map((passkey) => (
            <PasskeyLine key={passkey.id} passkey={passkey} />
          ))}
        </ul>
      )}
      {passkeys.hasNextPage && (
        <div className="flex justify-center pt-3">
          <Button pending={passkeys.isFetchingNextPage} onClick={() => void passkeys.fetchNextPage()}>
            <Trans id="ui.more" message="Show more" />
          </Button>
        </div>
      )}
    </div>
  );
}

function Empty({ state }: { state: PasskeyState }) {
  if (state !== "pending") {
    return <EmptyState title={<Trans id="passkey.admin.none" message="None in this state" />} />;
  }
  return (
    <EmptyState title={<Trans id="passkey.admin.none.pending" message="No passkey waits for approval" />}>
      <Trans
        id="passkey.admin.none.do"
        message="When somebody adds a passkey under My account, it appears here."
      />
    </EmptyState>
  );
}
