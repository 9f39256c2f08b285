import { Trans, useLingui } from "@lingui/react";
import { getRouteApi } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { api } from "@/api/client";
import { useMay } from "@/api/me";
import type { FileLine } from "@/api/schema";
import { useDebounced } from "@/office/useDebounced";
import type { FilesSearch } from "@/routes/files";
import { Button, ButtonLink } from "@/ui/Button";
import { ErrorNotice } from "@/ui/errors";
import { Select, TextField } from "@/ui/Field";
import { PlusIcon } from "@/ui/paperIcons";
import { EmptyState, PageHeader, SkeletonRows } from "@/ui/states";
import { useTitle } from "@/ui/useTitle";
import { FileRow } from "./FileRow";
import { OpenFileDialog } from "./OpenFileDialog";

const route = getRouteApi("/office/files");
const PAGE = 50;

const SCOPES = ["section", "seen", "sent", "parked", "closed"] as const;

type Scope = (typeof SCOPES)[number];

/** An address may say anything; what is no part of the list is left out. */
function asked(search: FilesSearch): FilesSearch {
  const scope = SCOPES.find((one) => one === search.scope);
  const query = typeof search.query === "string" ? search.query.slice(0, 200) : "";
  const receipt = typeof search.receipt === "string" ? search.receipt : "";
  return {
    ...(scope && { scope }),
    ...(query && { query }),
    ...(search.open ? { open: true as const } : {}),
    ...(receipt && { receipt }),
  };
}

/** The files of the section and of this post. */
export function FilesPage() {
  const { i18n } = useLingui();
  const search = asked(route.useSearch());
  const navigate = route.useNavigate();
  const mayOpen = useMay("open_file");
  const title = i18n._({ id: "file.list", message: "Files" });
  useTitle(title);
  const scope: Scope = search.scope ?? "section";
  const list = useFiles(scope, search.query);
  const files = list.data?.pages.flatMap((page) => page.items);
  return (
    <>
      <PageHeader
        title={title}
        action={
          <>
            {mayOpen && (
              <Button
                tone="primary"
                icon={<PlusIcon />}
                onClick={() => void navigate({ search: (old) => ({ ...old, open: true as const }) })}
              >
                <Trans id="file.open" message="Open a file" />
              </Button>
            )}
            <ButtonLink to="/registry/issues">
              <Trans id="issues.title" message="Issue register" />
            </ButtonLink>
          </>
        }
      />
      <Filters
        scope={scope}
        query={search.query ?? ""}
        onChange={(change) => void navigate({ search: (old) => clean({ ...old, ...change }), replace: true })}
      />
      {list.error && <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />}
      {!files && !list.error && <SkeletonRows rows={8} height="h-14" />}
      {files && <FileList files={files} scope={scope} isFiltered={Boolean(search.query)} />}
      {list.hasNextPage && (
        <Button className="mt-3" pending={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          <Trans id="paper.more" message="Show more" />
        </Button>
      )}
      {search.open && mayOpen && (
        <OpenFileDialog
          receiptId={search.receipt ?? null}
          onClose={() => void navigate({ search: ({ open: _, receipt: __, ...old }) => old })}
        />
      )}
    </>
  );
}

function useFiles(scope: Scope, query: string | undefined) {
  return api.useInfiniteQuery(
    "get",
    "/api/v1/files",
    { params: { query: { scope, limit: PAGE, ...(query && { query }) } } },
    {
      pageParamName: "cursor",
      initialPageParam: null,
      getNextPageParam: (page: { next_cursor: string | null }) => page.next_cursor ?? undefined,
    },
  );
}

interface Filter {
  scope?: Scope | undefined;
  query?: string | undefined;
}

/** Defaults are not written into the address. */
function clean<T extends Filter>({ scope, query, ...rest }: T) {
  return { ...rest, ...(scope && scope !== "section" && { scope }), ...(query && { query }) };
}

function Filters({
  scope,
  query,
  onChange,
}: {
  scope: Scope;
  query: string;
  onChange: (change: Filter) => void;
}) {
  const { i18n } = useLingui();
  const [typed, setTyped] = useState(query);
  const settled = useDebounced(typed.trim(), 300);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only typing changes the address.
  useEffect(() => {
    if (settled !== query) onChange({ query: settled });
  }, [settled]);
  useEffect(() => {
    if (query === "") setTyped("");
  }, [query]);
  return (
    <search className="no-print mb-4 grid gap-3 sm:grid-cols-[14rem_minmax(0,28rem)]">
      <Select
        label={i18n._({ id: "file.scope", message: "Which files" })}
        value={scope}
        onChange={(event) => onChange({ scope: event.target.value as Scope })}
      >
        <option value="section">
          {i18n._({ id: "file.scope.section", message: "Files of my section" })}
        </option>
        <option value="seen">{i18n._({ id: "file.scope.seen", message: "All that I may see" })}</option>
        <option value="sent">{i18n._({ id: "file.scope.sent", message: "Sent by me" })}</option>
        <option value="parked">{i18n._({ id: "file.scope.parked", message: "Parked" })}</option>
        <option value="closed">{i18n._({ id: "file.scope.closed", message: "Closed" })}</option>
      </Select>
      <TextField
        type="search"
        label={i18n._({ id: "file.query", message: "Number or words of the subject" })}
        dir="auto"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
    </search>
  );
}

function FileList({ files, scope, isFiltered }: { files: FileLine[]; scope: Scope; isFiltered: boolean }) {
  if (files.length > 0) {
    return (
      <ul className="divide-y divide-line overflow-hidden rounded-md border border-line bg-surface">
        {files.map((file) => (
          <FileRow key={file.id} file={file} />
        ))}
      </ul>
    );
  }
  if (isFiltered) {
    return (
      <EmptyState title={<Trans id="file.none.filtered" message="No file matches" />}>
        <Trans
          id="file.none.filtered.do"
          message="Try fewer words, or look among all files that you may see."
        />
      </EmptyState>
    );
  }
  return (
    <EmptyState title={<Trans id="file.none" message="No file here" />}>
      {scope === "section" && (
        <Trans
          id="file.none.section"
          message="Files of the section appear here as soon as one is opened. Open one, or put a receipt on a new file."
        />
      )}
      {scope === "seen" && (
        <Trans id="file.none.seen" message="Files appear here once they have come to this post." />
      )}
      {scope === "sent" && (
        <Trans id="file.none.sent" message="Files that this post has sent on appear here." />
      )}
      {scope === "parked" && (
        <Trans
          id="file.none.parked"
          message="A file that you park until a day waits here and comes back by itself."
        />
      )}
      {scope === "closed" && <Trans id="file.none.closed" message="Closed files appear here." />}
    </EmptyState>
  );
}
