import { Trans, useLingui } from "@lingui/react";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { api, bodyOf, client } from "@/api/client";
import { isProblem } from "@/api/problem";
import type { Movement, Receipt } from "@/api/schema";
import { Num } from "@/i18n/format";
import { allPages } from "@/office/allPages";
import { classificationLabel, priorityLabel } from "@/office/deskLabels";
import { FoldedTimeline } from "@/office/LazyTimeline";
import { receiptStateLabel } from "@/office/labels";
import { MovementList } from "@/office/MovementList";
import { Words } from "@/office/Words";
import { DocumentViewer } from "@/pdf/DocumentViewer";
import { ButtonLink } from "@/ui/Button";
import { cx } from "@/ui/cx";
import { ErrorNotice } from "@/ui/errors";
import { INPUT } from "@/ui/Field";
import { Chip, EmptyState, SkeletonRows } from "@/ui/states";
import { useTitle } from "@/ui/useTitle";
import { ReceiptActs } from "./ReceiptActs";
import { ReceiptDetails } from "./ReceiptDetails";

const route = getRouteApi("/office/receipts/$id");

/** A receipt: what it is, its scans, where it has been, and what may be done with it. */
export function ReceiptPage() {
  const { id } = route.useParams();
  const {
    data: receipt,
    error,
    refetch,
  } = api.useQuery("get", "/api/v1/receipts/{id}", { params: { path: { id } } });
  useTitle(receipt?.diary_number ?? "");
  if (error && !receipt) return <ReceiptProblem error={error} onRetry={() => void refetch()} />;
  if (!receipt) return <SkeletonRows rows={6} height="h-16" />;
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <Heading receipt={receipt} />
        <ReceiptActs key={receipt.id} receipt={receipt} />
      </div>
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
        <div className="flex flex-col gap-4">
          <ReceiptDetails receipt={receipt} />
          <History id={id} />
          <FoldedTimeline of="receipt" id={id} className="rounded-md border border-line bg-surface p-4" />
        </div>
        <Scans receipt={receipt} />
      </div>
    </div>
  );
}

function Heading({ receipt }: { receipt: Receipt }) {
  const { i18n } = useLingui();
  return (
    <header className="flex flex-col gap-1">
      <h1 className="flex flex-wrap items-baseline gap-x-3 font-serif text-xl font-semibold lang-ur:font-normal">
        <Num className="whitespace-nowrap text-accent">{receipt.diary_number}</Num>
        <Words>{receipt.subject}</Words>
      </h1>
      <p className="flex flex-wrap items-center gap-1.5">
        <Chip>{receiptStateLabel(i18n, receipt.state)}</Chip>
        {receipt.classification !== "unclassified" && (
          <Chip tone="red">{classificationLabel(i18n, receipt.classification)}</Chip>
        )}
        {receipt.priority !== "routine" && (
          <Chip tone={receipt.priority === "priority" ? "amber" : "red"}>
            {priorityLabel(i18n, receipt.priority)}
          </Chip>
        )}
      </p>
    </header>
  );
}

function Scans({ receipt }: { receipt: Receipt }) {
  const { i18n } = useLingui();
  const { paper, page } = route.useSearch();
  const navigate = route.useNavigate();
  const documents = receipt.documents;
  const shown = documents.find((document) => document.id === paper) ?? documents[0];
  if (!shown) {
    return (
      <EmptyState title={<Trans id="receipt.no_scan" message="No scan" />}>
        <Trans
          id="receipt.no_scan.why"
          message="This paper was diarised without a scan; the original is with the holder."
        />
      </EmptyState>
    );
  }
  const go = (next: { paper?: string; page?: number }) =>
    void navigate({ search: (old) => ({ ...old, ...next }), replace: true, resetScroll: false });
  return (
    <section
      aria-label={i18n._({ id: "receipt.scans", message: "Scans of the paper" })}
      className="flex h-[80dvh] min-h-96 flex-col overflow-hidden rounded-md border border-line bg-surface print:hidden"
    >
      {documents.length > 1 && (
        <select
          aria-label={i18n._({ id: "receipt.scan", message: "Scan" })}
          value={shown.id}
          onChange={(event) => go({ paper: event.target.value, page: 1 })}
          className={cx(INPUT, "rounded-none border-0 border-b border-line pe-8")}
        >
          {documents.map((document, index) => (
            <option key={document.id} value={document.id}>
              {`\u2066${index + 1}/${documents.length}\u2069 · \u2068${document.file_name}\u2069`}
            </option>
          ))}
        </select>
      )}
      <div className="min-h-0 flex-1">
        <DocumentViewer document={shown} page={page ?? 1} onPage={(next) => go({ page: next })} />
      </div>
    </section>
  );
}

const movementsQuery = (id: string) =>
  queryOptions<Movement[]>({
    queryKey: ["get", "/api/v1/receipts/{id}/movements", id],
    queryFn: ({ signal }) =>
      allPages<Movement>((last) =>
        bodyOf(
          client.GET("/api/v1/receipts/{id}/movements", {
            params: { path: { id }, query: { limit: 100, ...(last ? { cursor: last.cursor } : {}) } },
            signal,
          }),
        ),
      ),
  });

function History({ id }: { id: string }) {
  const { data, error, refetch } = useQuery(movementsQuery(id));
  return (
    <section className="rounded-md border border-line bg-surface p-4">
      <h2 className="mb-2 font-serif text-lg">
        <Trans id="receipt.history" message="Movement" />
      </h2>
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonRows rows={2} height="h-14" />}
      {data?.length === 0 && (
        <p className="text-muted">
          <Trans id="receipt.history.none" message="It has not left the registry." />
        </p>
      )}
      {data && data.length > 0 && <MovementList movements={data} />}
    </section>
  );
}

function ReceiptProblem({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  if (isProblem(error) && error.status === 404) {
    return (
      <EmptyState
        title={<Trans id="receipt.unknown" message="There is no such receipt here" />}
        action={
          <ButtonLink tone="primary" to="/">
            <Trans id="file.to_desk" message="To the desk" />
          </ButtonLink>
        }
      >
        <Trans
          id="receipt.unknown.why"
          message="Either the address is wrong, or the paper is not open to the post for which you act now."
        />
      </EmptyState>
    );
  }
  return <ErrorNotice error={error} onRetry={onRetry} />;
}
