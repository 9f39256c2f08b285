import type { I18n } from "@lingui/core";
import { Trans, useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Document, File, Paper } from "@/api/schema";
import { languageOf } from "@/office/script";
import { DocumentViewer } from "@/pdf/DocumentViewer";
import { Button } from "@/ui/Button";
import { cx } from "@/ui/cx";
import { ErrorNotice } from "@/ui/errors";
import { INPUT } from "@/ui/Field";
import { FlagIcon, PlusIcon } from "@/ui/paperIcons";
import { EmptyState, SkeletonRows } from "@/ui/states";
import { AddPaperDialog } from "./AddPaperDialog";
import { filePage, locatePage } from "./locate";
import { papersQuery } from "./queries";

interface CorrespondenceProps {
  file: File;
  /** The page of the file that is open, as in `12/C`; null for none in particular. */
  page: number | null;
  /** The document that is open where no page is. */
  documentId: string | null;
  onPage: (page: number) => void;
  /** Offers to flag the page in the note that is being written. */
  onCite: ((page: number) => void) | null;
}

/** The correspondence portion: which paper, and its pages. */
export function Correspondence({ file, page: asked, documentId, onPage, onCite }: CorrespondenceProps) {
  const { data: papers, error, refetch } = useQuery(papersQuery(file.id));
  const [adding, setAdding] = useState(false);
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!papers) return <SkeletonRows rows={3} height="h-40" />;
  const canAdd = file.can.includes("add_paper");
  const dialog = adding && (
    <AddPaperDialog
      file={file}
      onClose={() => setAdding(false)}
      onAdded={(first) => {
        setAdding(false);
        onPage(first);
      }}
    />
  );
  const page = asked ?? (documentId ? filePage(papers, documentId, 1) : null) ?? 1;
  const place = locatePage(papers, page) ?? locatePage(papers, papers[0]?.page_first ?? 1);
  const document = place && findDocument(papers, place.documentId);
  if (!place || !document) {
    return (
      <>
        <EmptyState
          title={<Trans id="file.papers.none" message="No paper on this file yet" />}
          action={canAdd && <AddButton onClick={() => setAdding(true)} />}
        >
          <Trans
            id="file.papers.none.what"
            message="Receipts that are put on the file and papers that you add appear here, with their page numbers."
          />
        </EmptyState>
        {dialog}
      </>
    );
  }
  const current = filePage(papers, place.documentId, place.page) ?? page;
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="no-print flex flex-wrap items-center gap-1 border-b border-line bg-surface px-2 py-1">
        <PaperChoice papers={papers} documentId={place.documentId} onPage={onPage} />
        {onCite && (
          <Button tone="quiet" icon={<FlagIcon />} onClick={() => onCite(current)}>
            <Trans id="file.papers.cite" message="Flag {page}/C" values={{ page: current }} />
          </Button>
        )}
        {canAdd && <AddButton onClick={() => setAdding(true)} />}
      </div>
      <div className="min-h-0 flex-1">
        <DocumentViewer
          document={document}
          page={place.page}
          pageName={(local) => `${filePage(papers, place.documentId, local) ?? local}/C`}
          onPage={(local) => {
            const number = filePage(papers, place.documentId, local);
            if (number) onPage(number);
          }}
        />
      </div>
      {dialog}
    </div>
  );
}

function AddButton({ onClick }: { onClick: () => void }) {
  return (
    <Button tone="quiet" icon={<PlusIcon />} onClick={onClick}>
      <Trans id="file.papers.add" message="Add a paper" />
    </Button>
  );
}

interface PaperChoiceProps {
  papers: Paper[];
  documentId: string;
  onPage: (page: number) => void;
}

function PaperChoice({ papers, documentId, onPage }: PaperChoiceProps) {
  const { i18n } = useLingui();
  const entries = papers.flatMap((paper) => paper.documents.map((document) => ({ paper, document })));
  const chosen = entries.find(({ document }) => document.id === documentId);
  return (
    <select
      aria-label={i18n._({ id: "file.papers.choose", message: "Paper" })}
      value={documentId}
      // The name that is shown is cut at its end, not at its beginning.
      dir={languageOf(chosen?.paper.title ?? "") === "ur" ? "rtl" : "ltr"}
      onChange={(event) => onPage(filePage(papers, event.target.value, 1) ?? 1)}
      className={cx(INPUT, "w-auto min-w-40 flex-1 pe-8 max-sm:basis-full")}
    >
      {entries.map(({ paper, document }) => (
        <option key={document.id} value={document.id}>
          {paperName(i18n, papers, paper, document)}
        </option>
      ))}
    </select>
  );
}

/** Options hold text only: isolates keep the page numbers in order beside an Urdu title. */
function paperName(i18n: I18n, papers: Paper[], paper: Paper, document: Document): string {
  const first = filePage(papers, document.id, 1) ?? paper.page_first;
  const last = filePage(papers, document.id, document.pages ?? 1) ?? paper.page_last;
  const pages = first === last ? `${first}/C` : `${first}/C–${last}/C`;
  const name = paper.documents.length > 1 ? `${paper.title} · ${document.file_name}` : paper.title;
  const shown = [`\u2066${pages}\u2069`, `\u2068${name}\u2069`];
  if (paper.direction === "outgoing") {
    shown.splice(1, 0, i18n._({ id: "file.papers.outgoing", message: "Outgoing" }));
  }
  return shown.join(" · ");
}

function findDocument(papers: Paper[], id: string): Document | null {
  for (const paper of papers) {
    const found = paper.documents.find((document) => document.id === id);
    if (found) return found;
  }
  return null;
}
