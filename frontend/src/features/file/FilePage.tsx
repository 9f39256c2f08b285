import { Trans, useLingui } from "@lingui/react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { actingPost } from "@/api/acting";
import { api } from "@/api/client";
import { useActingCharge } from "@/api/me";
import { isProblem } from "@/api/problem";
import type { File, PersonRef } from "@/api/schema";
import { nameOf } from "@/i18n/format";
import { LazyTimeline } from "@/office/LazyTimeline";
import { refreshActs } from "@/office/useAct";
import { ButtonLink } from "@/ui/Button";
import { cx } from "@/ui/cx";
import { ErrorNotice } from "@/ui/errors";
import { EmptyState, SkeletonRows } from "@/ui/states";
import { useIsWide } from "@/ui/useIsWide";
import { useTitle } from "@/ui/useTitle";
import { recordOpening } from "./commands";
import { FileActs } from "./FileActs";
import { FileHeader } from "./FileHeader";
import { MovementPanel } from "./MovementPanel";
import { PrintedHeading } from "./PrintedHeading";
import { SplitView } from "./SplitView";

export type FileTab = "notes" | "papers" | "drafts" | "movement" | "record";

interface FileSearch {
  split?: number;
  tab?: FileTab;
}

const fileQuery = (id: string) => api.queryOptions("get", "/api/v1/files/{id}", { params: { path: { id } } });

interface FilePageProps {
  id: string;
  search: FileSearch;
  onSearch: (change: FileSearch) => void;
  notes: (file: File) => ReactNode;
  composer: (file: File) => ReactNode;
  papers: (file: File) => ReactNode;
  drafts: (file: File) => ReactNode;
  draftCount: () => ReactNode;
}

/** A file: notes and correspondence side by side, its movement, and what may be done with it. */
export function FilePage(props: FilePageProps) {
  const { id, search, onSearch, notes, composer, papers, drafts, draftCount } = props;
  const { data: file, error, refetch } = useQuery(fileQuery(id));
  const isWide = useIsWide();
  useTitle(file?.number ?? "");
  const charge = useActingCharge();
  const isNew = isNewTo(charge?.post.id, file);
  // Opening is an act of the officer: his assistant reads what he has opened.
  const waitsFor = isNew ? (charge?.assists ?? null) : null;
  const isOpening = useOpening(isNew && !waitsFor ? file : undefined) || waitsFor !== null;

  if (error && !file) return <FileProblem error={error} onRetry={() => void refetch()} />;
  if (!file) return <SkeletonRows rows={6} height="h-16" />;
  const tab = search.tab ?? "notes";
  const onTab = (next: FileTab) => onSearch({ tab: next });
  // Notes and papers are read when the opening is recorded: before that the server refuses them.
  const reading = waitsFor ? <NotOpened officer={waitsFor} /> : <SkeletonRows rows={4} height="h-16" />;
  const noteSide = (
    <NoteSide
      file={file}
      notes={isOpening ? reading : notes(file)}
      composer={isOpening ? null : composer(file)}
    />
  );
  const panels: Record<Exclude<FileTab, "notes" | "papers">, ReactNode> = {
    drafts: isOpening ? reading : drafts(file),
    movement: <MovementPanel fileId={id} />,
    record: isOpening ? reading : <LazyTimeline of="file" id={id} />,
  };
  const panel = tab === "notes" || tab === "papers" ? null : panels[tab];
  const count = !isOpening && draftCount();
  const paperSide = isOpening ? reading : papers(file);
  return (
    <div className="flex flex-col gap-3 lg:h-[calc(100dvh-8.5rem)] lg:min-h-128 print:h-auto print:lg:h-auto">
      <PrintedHeading file={file} />
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <FileHeader file={file} />
        {!isOpening && <FileActs file={file} />}
      </div>
      {!isWide && <FileTabs tab={tab} isWide={false} onTab={onTab} draftCount={count} />}
      <SplitView
        isSplit={isWide}
        hidesFirst={!isWide && tab !== "notes"}
        share={search.split ?? 50}
        onShare={(split) => onSearch({ split })}
        first={noteSide}
        second={
          isWide ? (
            <div className="flex h-full min-h-0 flex-col">
              <FileTabs tab={tab} isWide onTab={onTab} draftCount={count} />
              <div className="relative min-h-0 flex-1 overflow-auto">
                {panel ? <div className="p-3">{panel}</div> : paperSide}
              </div>
            </div>
          ) : (
            tab !== "notes" && (panel ?? <div className="h-[75dvh] min-h-96">{paperSide}</div>)
          )
        }
      />
    </div>
  );
}

function NoteSide({ file, notes, composer }: { file: File; notes: ReactNode; composer: ReactNode }) {
  const { i18n } = useLingui();
  const scroller = useRef<HTMLDivElement>(null);
  const wasAt = useRef(0);
  // A new note appears at the foot: the reader is taken there.
  useEffect(() => {
    if (wasAt.current && file.last_paragraph > wasAt.current) {
      scroller.current?.scrollTo({ top: scroller.current.scrollHeight });
    }
    wasAt.current = file.last_paragraph;
  }, [file.last_paragraph]);
  return (
    <section
      aria-label={i18n._({ id: "file.notes", message: "Notes" })}
      className="flex min-h-0 flex-col lg:h-full print:block print:h-auto"
    >
      {/* Relative, each: what is only spoken would else stretch the page by all that is scrolled away. */}
      <div
        ref={scroller}
        className="relative min-h-0 flex-1 lg:overflow-auto lg:p-3 print:overflow-visible print:p-0"
      >
        {notes}
      </div>
      <div className="relative mt-3 lg:mt-0 lg:max-h-[72%] lg:overflow-auto lg:border-t lg:border-line lg:bg-paper lg:p-2.5 lg:empty:hidden print:hidden">
        {composer}
      </div>
    </section>
  );
}

interface FileTabsProps {
  tab: FileTab;
  isWide: boolean;
  onTab: (tab: FileTab) => void;
  draftCount: ReactNode;
}

/** On a phone one side at a time; on a wide screen only what stands beside the notes changes. */
function FileTabs({ tab, isWide, onTab, draftCount }: FileTabsProps) {
  const { i18n } = useLingui();
  const tabs: { id: FileTab; label: string; count?: ReactNode }[] = [
    ...(isWide ? [] : [{ id: "notes" as const, label: i18n._({ id: "file.notes", message: "Notes" }) }]),
    { id: "papers", label: i18n._({ id: "file.papers", message: "Papers" }) },
    { id: "drafts", label: i18n._({ id: "file.drafts", message: "Drafts" }), count: draftCount },
    { id: "movement", label: i18n._({ id: "file.movement", message: "Movement" }) },
    { id: "record", label: i18n._({ id: "timeline", message: "Timeline" }) },
  ];
  const current = isWide && tab === "notes" ? "papers" : tab;
  return (
    <fieldset
      aria-label={i18n._({ id: "file.sides", message: "Sides of the file" })}
      className="no-print flex gap-1 border-b border-line lg:bg-paper"
    >
      {tabs.map(({ id, label, count }) => (
        <button
          key={id}
          type="button"
          aria-pressed={id === current}
          onClick={() => onTab(id)}
          className={cx(
            "-mb-px min-h-10 flex-1 border-b-2 px-3 max-sm:px-0.5 max-sm:text-sm lg:min-h-9 lg:flex-none",
            id === current ? "border-accent text-ink" : "border-transparent text-muted hover:text-ink",
          )}
        >
          {label}
          {count}
        </button>
      ))}
    </fieldset>
  );
}

/** The file came to the post and was not opened there since. */
function isNewTo(post: string | undefined, file: File | undefined): file is File {
  return file?.state === "open" && !file.opened_by_holder_at && file.holder?.id === post;
}

/** In the place of what an assistant cannot read before his officer has opened the file. */
function NotOpened({ officer }: { officer: PersonRef }) {
  return (
    <EmptyState
      title={
        <Trans
          id="delegation.notOpened"
          message="{officer} has not opened this file yet"
          values={{ officer: <bdi>{nameOf(officer)}</bdi> }}
        />
      }
    >
      <Trans
        id="delegation.notOpened.what"
        message="Its notes and papers can be read here, and a note drafted, once the officer has opened it."
      />
    </EmptyState>
  );
}

/**
 * The holder has the file before him: recorded once, which ends the sender's right to pull it back.
 * True while that is under way: it changes the file's version, so nothing else may be done meanwhile.
 */
function useOpening(file: File | undefined): boolean {
  const queries = useQueryClient();
  const mine = useActingCharge()?.post.id;
  const [failed, setFailed] = useState<string | null>(null);
  const told = useRef<string | null>(null);
  const visit = file ? `${file.id} ${file.holder_since}` : null;
  useEffect(() => {
    if (!file || !visit || told.current === visit) return;
    told.current = visit;
    recordOpening(file.id, file.version)
      .then(({ version }) => {
        // Meanwhile the reader may have begun to act for another post, which perhaps may not see this file.
        if (actingPost.get() !== mine) return;
        const opened = { ...file, version, opened_by_holder_at: new Date().toISOString() };
        queries.setQueryData(fileQuery(file.id).queryKey, opened);
        refreshActs(queries);
      })
      // Only a courtesy to the sender: when it fails, the next visit tells it.
      .catch(() => setFailed(visit));
  }, [file, visit, mine, queries]);
  return visit !== null && visit !== failed;
}

function FileProblem({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  if (isProblem(error) && error.status === 404) {
    return (
      <EmptyState
        title={<Trans id="file.unknown" message="There is no such file here" />}
        action={
          <ButtonLink tone="primary" to="/">
            <Trans id="file.to_desk" message="To the desk" />
          </ButtonLink>
        }
      >
        <Trans
          id="file.unknown.why"
          message="Either the address is wrong, or the file is not open to the post for which you act now."
        />
      </EmptyState>
    );
  }
  return <ErrorNotice error={error} onRetry={onRetry} />;
}
