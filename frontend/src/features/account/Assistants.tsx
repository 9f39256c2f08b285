import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import { useActingCharge } from "@/api/me";
import type { Delegation } from "@/api/schema";
import { nameOf, Time, titleOf } from "@/i18n/format";
import { Button } from "@/ui/Button";
import { confirm } from "@/ui/confirm";
import { ErrorNotice } from "@/ui/errors";
import { PlusIcon } from "@/ui/paperIcons";
import { Chip, SkeletonRows } from "@/ui/states";
import { toast } from "@/ui/toast";
import { AssistantDialog } from "./AssistantDialog";
import { useDelegations, useEndDelegation, useRefreshDelegations } from "./delegations";

/** Who assists at the acting post, will or did; one is chosen here, and let go. */
export function Assistants() {
  const charge = useActingCharge();
  const [giving, setGiving] = useState(false);
  const delegations = useDelegations();
  const items = delegations.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <p className="text-muted">
        <Trans
          id="delegation.about"
          message="At the post {post}: they read what you read there and draft notes for you. Only you sign and send."
          values={{ post: charge && <bdi>{titleOf(charge.post)}</bdi> }}
        />
      </p>
      {delegations.isPending && <SkeletonRows rows={2} height="h-12" />}
      {delegations.error && !delegations.data && (
        <ErrorNotice error={delegations.error} onRetry={() => void delegations.refetch()} />
      )}
      {delegations.data && items.length === 0 && (
        <p>
          <Trans id="delegation.none" message="Nobody assists here, and nobody has." />
        </p>
      )}
      <ul className="divide-y divide-line empty:hidden">
        {items.map((delegation) => (
          <Line key={delegation.id} delegation={delegation} />
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <Button icon={<PlusIcon />} onClick={() => setGiving(true)}>
          <Trans id="delegation.give" message="Choose an assistant" />
        </Button>
        {delegations.hasNextPage && (
          <Button
            tone="quiet"
            pending={delegations.isFetchingNextPage}
            onClick={() => void delegations.fetchNextPage()}
          >
            <Trans id="ui.more" message="Show more" />
          </Button>
        )}
      </div>
      {giving && <AssistantDialog onClose={() => setGiving(false)} />}
    </>
  );
}

function Line({ delegation }: { delegation: Delegation }) {
  const { assistant, given_by, state } = delegation;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex flex-wrap items-center gap-x-2">
          <bdi className="font-medium lang-ur:font-normal">{nameOf(assistant)}</bdi>
          {state === "running" && (
            <Chip tone="green">
              <Trans id="delegation.state.running" message="Assists now" />
            </Chip>
          )}
          {state === "coming" && (
            <Chip tone="amber">
              <Trans id="delegation.state.coming" message="Not yet" />
            </Chip>
          )}
          {state === "ended" && (
            <Chip>
              <Trans id="delegation.state.ended" message="Over" />
            </Chip>
          )}
        </p>
        <p className="text-sm text-muted">
          <Trans
            id="delegation.time"
            message="from {from} until {until}, given by {name}"
            values={{
              from: <Time at={delegation.from} only="date" />,
              until: <Time at={delegation.until} only="date" />,
              name: <bdi>{nameOf(given_by)}</bdi>,
            }}
          />
          <Early delegation={delegation} />
        </p>
      </div>
      {state !== "ended" && <End delegation={delegation} />}
    </li>
  );
}

/** Before its time: by somebody's hand, or with the charge of whoever gave it. */
function Early({ delegation: { ended_at, ended_by } }: { delegation: Delegation }) {
  if (!ended_at) return null;
  const time = <Time at={ended_at} />;
  return (
    <>
      {" · "}
      {ended_by ? (
        <Trans
          id="delegation.endedBy"
          message="ended {time} by {name}"
          values={{ time, name: <bdi>{nameOf(ended_by)}</bdi> }}
        />
      ) : (
        <Trans id="delegation.endedWith" message="ended {time} with the charge" values={{ time }} />
      )}
    </>
  );
}

function End({ delegation: { id, assistant } }: { delegation: Delegation }) {
  const { i18n } = useLingui();
  const refresh = useRefreshDelegations();
  const end = useEndDelegation(async () => {
    await refresh();
    toast(i18n._({ id: "delegation.ended", message: "They no longer assist at this post." }));
  });
  const name = `\u2068${nameOf(assistant)}\u2069`;
  const ask = async () => {
    const yes = await confirm({
      title: i18n._({ id: "delegation.end.ask", message: "End the assistance of {name}?", values: { name } }),
      body: i18n._({
        id: "delegation.end.effect",
        message:
          "From the next moment they see nothing of this post. What they have put up to you stays with you.",
      }),
      action: i18n._({ id: "delegation.end.go", message: "End it" }),
      danger: true,
    });
    if (yes) end.mutate(id);
  };
  return (
    <Button
      pending={end.isPending}
      aria-label={i18n._({ id: "delegation.end.of", message: "End: {name}", values: { name } })}
      onClick={() => void ask()}
    >
      <Trans id="delegation.end" message="End" />
    </Button>
  );
}
