import { Trans, useLingui } from "@lingui/react";
import { Link } from "@tanstack/react-router";
import { api } from "@/api/client";
import type { MySignature, MySignaturePage } from "@/api/schema";
import { Num, Time, titleOf } from "@/i18n/format";
import { kindLabel } from "@/office/ledgerWords";
import { signatureText } from "@/office/signatureWords";
import { Words } from "@/office/Words";
import { Button } from "@/ui/Button";
import { CopyCode } from "@/ui/CopyCode";
import { ErrorNotice } from "@/ui/errors";
import { Chip, EmptyState, PageHeader, SkeletonRows } from "@/ui/states";
import { useTitle } from "@/ui/useTitle";

/** Everything that was signed in the reader's name, from the ledger, each signature verified just now. */
export function SignedActs() {
  const { i18n } = useLingui();
  useTitle(i18n._({ id: "signed.title", message: "What I signed" }));
  const signed = api.useInfiniteQuery(
    "get",
    "/api/v1/me/signatures",
    { params: { query: { limit: 30 } } },
    {
      pageParamName: "cursor",
      initialPageParam: null,
      getNextPageParam: (page: MySignaturePage) => page.next_cursor ?? undefined,
    },
  );
  const items = signed.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="mx-auto max-w-3xl">
      <nav className="no-print mb-1 text-sm">
        <Link to="/account" className="inline-block min-h-7 text-accent">
          <Trans id="signed.back" message="Back to my account" />
        </Link>
      </nav>
      <PageHeader
        title={<Trans id="signed.title" message="What I signed" />}
        lead={
          <Trans
            id="signed.lead"
            message="For all your posts, the latest first, as the ledger has it; each signature was verified just now. If you did not sign one of these, tell your administrator and the auditor at once."
          />
        }
      />
      {signed.isPending && <SkeletonRows rows={6} height="h-16" />}
      {signed.error && !signed.data && (
        <ErrorNotice error={signed.error} onRetry={() => void signed.refetch()} />
      )}
      {signed.data && items.length === 0 && (
        <EmptyState title={<Trans id="signed.none" message="You have not signed anything yet" />} />
      )}
      {items.length > 0 && (
        <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
          {items.map((signature) => (
            <SignedAct key={signature.entry_id} signature={signature} />
          ))}
        </ul>
      )}
      {signed.hasNextPage && (
        <div className="no-print flex justify-center pt-3">
          <Button pending={signed.isFetchingNextPage} onClick={() => void signed.fetchNextPage()}>
            <Trans id="ui.more" message="Show more" />
          </Button>
        </div>
      )}
    </div>
  );
}

function SignedAct({ signature }: { signature: MySignature }) {
  const { i18n } = useLingui();
  const { act, at, file, note, post, receipt, state, revoked_at } = signature;
  const receiptName = i18n._({ id: "signed.receipt", message: "Receipt" });
  return (
    <li className="flex flex-col gap-0.5 px-4 py-2.5">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-medium lang-ur:font-normal">{kindLabel(i18n, act)}</span>
        {note && <Paragraphs first={note.paragraph_first} last={note.paragraph_last} />}
        {state === "invalid" && (
          <Chip tone="red">
            <Trans id="signature.invalid" message="Not valid" />
          </Chip>
        )}
        {state === "valid" && revoked_at && (
          <Chip tone="amber">
            <Trans
              id="signature.revoked"
              message="Valid; key revoked later, on {date}"
              values={{ date: <Time at={revoked_at} only="date" /> }}
            />
          </Chip>
        )}
        <span className="ms-auto text-sm text-muted">
          <Time at={at} />
        </span>
      </p>
      {file ? (
        <p className="flex flex-wrap items-baseline gap-x-2">
          <Link
            to="/files/$id"
            params={{ id: file.id }}
            search={note ? { note: note.paragraph_first } : {}}
            className="text-accent underline"
          >
            <Num>{file.number}</Num>
          </Link>
          <Words>{file.subject}</Words>
        </p>
      ) : (
        <p className="text-muted">
          <Trans id="signed.file.gone" message="On a file that no post of yours can see now" />
        </p>
      )}
      <p className="flex flex-wrap gap-x-2 text-sm text-muted">
        {post && <bdi>{titleOf(post)}</bdi>}
        <span>{signatureText(i18n, signature)}</span>
      </p>
      <details className="text-sm">
        <summary className="w-fit text-muted">{receiptName}</summary>
        <CopyCode label={receiptName}>{receipt}</CopyCode>
      </details>
    </li>
  );
}

function Paragraphs({ first, last }: { first: number; last: number }) {
  return <Num className="text-muted">{first === last ? `${first}/N` : `${first}–${last}/N`}</Num>;
}
