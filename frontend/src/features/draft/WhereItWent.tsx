import { Trans, useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Communication } from "@/api/schema";
import { Num, Time } from "@/i18n/format";
import { Address } from "@/office/dispatch/Address";
import { Progress } from "@/office/dispatch/Progress";
import { roleLabel } from "@/office/dispatch/words";
import { ErrorNotice } from "@/ui/errors";
import { SkeletonRows } from "@/ui/states";
import { dispatchesQuery } from "./queries";

/** To whom an issued communication went, where it is on its way, and what answers it. */
export default function WhereItWent({ draft }: { draft: Communication }) {
  const { i18n } = useLingui();
  const { data, error, refetch } = useQuery(dispatchesQuery(draft.id));
  return (
    <section className="flex flex-col gap-3">
      <h2 className="sr-only">
        <Trans id="dispatch.where" message="Where it went" />
      </h2>
      {error && !data && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonRows rows={2} height="h-20" />}
      {data?.length === 0 && (
        <p className="text-muted">
          <Trans
            id="dispatch.nobody"
            message="It is addressed to nobody, so nothing was sent. It stands in the issue register."
          />
        </p>
      )}
      {data && data.length > 0 && (
        <ul className="divide-y divide-line rounded-md border border-line bg-surface">
          {data.map((one) => (
            <li key={one.id} className="flex flex-col gap-1 px-3 py-2">
              <p className="text-sm text-muted">{roleLabel(i18n, one.role)}</p>
              <div className="wrap-anywhere">
                <Address address={one.address} />
              </div>
              <Progress dispatch={one} />
            </li>
          ))}
        </ul>
      )}
      <Replies draft={draft} />
    </section>
  );
}

function Replies({ draft: { replies } }: { draft: Communication }) {
  if (replies.length === 0) return null;
  return (
    <div>
      <h3 className="mb-1 font-serif text-lg">
        <Trans id="dispatch.replies" message="Answers" />
      </h3>
      <ul className="divide-y divide-line rounded-md border border-line bg-surface">
        {replies.map((reply) => (
          <li key={reply.diary_number} className="flex flex-wrap gap-x-3 px-3 py-2">
            {reply.receipt_id ? (
              <Link to="/receipts/$id" params={{ id: reply.receipt_id }} className="text-accent underline">
                <Num>{reply.diary_number}</Num>
              </Link>
            ) : (
              <Num>{reply.diary_number}</Num>
            )}
            <span className="text-muted">
              <Time at={reply.received_on} only="date" />
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
