import { useLingui } from "@lingui/react";
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import { Button, IconButton } from "@/ui/Button";
import { SearchIcon } from "@/ui/icons";
import {
  FitPageIcon,
  FitWidthIcon,
  RotateIcon,
  ThumbnailsIcon,
  ZoomInIcon,
  ZoomOutIcon,
} from "@/ui/paperIcons";
import type { ViewerProps } from "./DocumentViewer";
import { DownloadButton } from "./DownloadButton";
import { FindBar } from "./FindBar";
import { PageControls } from "./PageControls";
import "./pdf.css";
import { documentSource } from "./source";
import { Thumbnails } from "./Thumbnails";
import { Unreadable } from "./Unreadable";
import { type PdfControls, type PdfState, usePdfViewer } from "./usePdfViewer";

export default function PdfViewer({ document, page, onPage, pageName }: ViewerProps) {
  const { i18n } = useLingui();
  const container = useRef<HTMLDivElement>(null);
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is another source.
  const source = useMemo(
    () => documentSource(document.id, document.size),
    [document.id, document.size, attempt],
  );
  const { state, controls } = usePdfViewer(container, source, page);
  const [thumbnails, setThumbnails] = useState(false);
  const [finding, setFinding] = useState(false);
  const [query, setQuery] = useState("");
  usePageSync(state, page, onPage, controls);

  const closeFind = () => {
    setFinding(false);
    controls.endFind();
    container.current?.focus();
  };
  if (state.status === "encrypted") return <Unreadable document={document} reason="encrypted" />;
  if (state.status === "failed") {
    return (
      <Unreadable
        document={document}
        reason="failed"
        action={
          <Button tone="primary" onClick={() => setAttempt(attempt + 1)}>
            {i18n._({ id: "paper.viewer.retry", message: "Try again" })}
          </Button>
        }
      />
    );
  }
  const pdf = controls.document();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys pressed inside the viewer; every act has a button too.
    <div
      className="flex h-full min-h-0 flex-col"
      onKeyDown={(event) => onKey(event, controls, () => setFinding(true))}
    >
      <div
        role="toolbar"
        aria-label={i18n._({ id: "paper.viewer.toolbar", message: "Controls of the paper" })}
        className="no-print flex flex-wrap items-center gap-x-1 gap-y-0.5 border-b border-line bg-surface px-2 py-1"
      >
        <IconButton
          label={i18n._({ id: "paper.viewer.thumbnails", message: "Pages in small" })}
          icon={<ThumbnailsIcon />}
          aria-pressed={thumbnails}
          onClick={() => setThumbnails(!thumbnails)}
          className="max-sm:hidden"
        />
        <PageControls page={state.page} pages={state.pages} onGo={controls.goTo} pageName={pageName} />
        <span className="flex-1" />
        <ZoomControls state={state} controls={controls} />
        <IconButton
          label={i18n._({ id: "paper.viewer.find", message: "Find" })}
          icon={<SearchIcon />}
          aria-pressed={finding}
          onClick={() => (finding ? closeFind() : setFinding(true))}
        />
        <DownloadButton document={document} />
      </div>
      {finding && (
        <FindBar
          query={query}
          onQuery={setQuery}
          matches={state.matches}
          controls={controls}
          onClose={closeFind}
        />
      )}
      <div className="flex min-h-0 flex-1">
        {thumbnails && pdf && (
          <Thumbnails
            document={pdf}
            page={state.page}
            pages={state.pages}
            onGo={controls.goTo}
            pageName={pageName}
          />
        )}
        <section
          aria-label={document.file_name}
          className="relative min-w-0 flex-1 bg-sunken"
          aria-busy={state.status === "loading"}
        >
          <div
            ref={container}
            // The pages scroll: the keyboard must reach them.
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region.
            tabIndex={0}
            className="absolute inset-0 overflow-auto"
            dir="ltr"
          >
            <div className="pdfViewer" />
          </div>
        </section>
      </div>
    </div>
  );
}

function ZoomControls({ state, controls }: { state: PdfState; controls: PdfControls }) {
  const { i18n } = useLingui();
  const wide = state.fit !== "page-width";
  return (
    <>
      <IconButton
        label={i18n._({ id: "paper.viewer.zoom_out", message: "Smaller" })}
        icon={<ZoomOutIcon />}
        onClick={controls.zoomOut}
      />
      <span dir="ltr" className="min-w-11 text-center text-sm text-muted max-sm:hidden">
        {Math.round(state.scale * 100)}%
      </span>
      <IconButton
        label={i18n._({ id: "paper.viewer.zoom_in", message: "Larger" })}
        icon={<ZoomInIcon />}
        onClick={controls.zoomIn}
      />
      <IconButton
        label={
          wide
            ? i18n._({ id: "paper.viewer.fit_width", message: "Fit the width" })
            : i18n._({ id: "paper.viewer.fit_page", message: "Fit the whole page" })
        }
        icon={wide ? <FitWidthIcon /> : <FitPageIcon />}
        onClick={() => controls.fit(wide ? "page-width" : "page-fit")}
      />
      <IconButton
        label={i18n._({ id: "paper.viewer.rotate", message: "Turn" })}
        icon={<RotateIcon />}
        onClick={controls.rotate}
      />
    </>
  );
}

/** Follows the page that the address asks for, and tells the address where the reader has scrolled. */
function usePageSync(
  state: PdfState,
  wanted: number,
  onPage: (page: number) => void,
  controls: PdfControls,
): void {
  const told = useRef(wanted);
  const report = useRef(onPage);
  report.current = onPage;
  useEffect(() => {
    if (wanted === told.current) return;
    told.current = wanted;
    controls.goTo(wanted);
  }, [wanted, controls]);
  useEffect(() => {
    if (state.status !== "ready" || state.page === told.current) return;
    const timer = setTimeout(() => {
      told.current = state.page;
      report.current(state.page);
    }, 250);
    return () => clearTimeout(timer);
  }, [state.status, state.page]);
}

/** By place on the keyboard, so that they live under an Urdu layout too. */
function onKey(event: KeyboardEvent, controls: PdfControls, startFind: () => void): void {
  if (event.target instanceof HTMLInputElement) return;
  if ((event.ctrlKey || event.metaKey) && event.code === "KeyF") {
    event.preventDefault();
    startFind();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const act = { Equal: controls.zoomIn, Minus: controls.zoomOut, KeyR: controls.rotate }[event.code];
  if (!act) return;
  event.preventDefault();
  event.stopPropagation();
  act();
}
