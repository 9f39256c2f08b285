import type { PDFDocumentProxy } from "pdfjs-dist/types/src/display/api";
import type { L10n } from "pdfjs-dist/types/web/l10n";
import type { EventBus, PDFViewer } from "pdfjs-dist/types/web/pdf_viewer.component";
import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { type ByteSource, type Engine, loadEngine, openDocument } from "./engine";
import { silentL10n } from "./l10n";

export type ViewerStatus = "loading" | "ready" | "encrypted" | "failed";

export interface Matches {
  current: number;
  total: number;
  searching: boolean;
}

export interface PdfState {
  status: ViewerStatus;
  pages: number;
  page: number;
  scale: number;
  fit: FitMode | null;
  matches: Matches | null;
}

export type FitMode = "page-width" | "page-fit";

export interface PdfControls {
  goTo(page: number): void;
  zoomIn(): void;
  zoomOut(): void;
  fit(mode: FitMode): void;
  rotate(): void;
  find(query: string, previous?: boolean, again?: boolean): void;
  endFind(): void;
  document(): PDFDocumentProxy | null;
}

interface Parts {
  engine: Engine;
  bus: EventBus;
  viewer: PDFViewer;
  document: PDFDocumentProxy;
}

const START: PdfState = { status: "loading", pages: 0, page: 1, scale: 1, fit: "page-width", matches: null };

/** Binds pdf.js's viewer to a scrolling element; the component around it only draws controls. */
export function usePdfViewer(
  container: RefObject<HTMLDivElement | null>,
  source: ByteSource,
  firstPage: number,
): { state: PdfState; controls: PdfControls } {
  const [state, setState] = useState(START);
  const parts = useRef<Parts | null>(null);
  const wanted = useRef(firstPage);

  useEffect(() => {
    const element = container.current;
    if (!element) return;
    const abort = new AbortController();
    const change = (patch: Partial<PdfState>) => {
      if (!abort.signal.aborted) setState((old) => ({ ...old, ...patch }));
    };
    setState(START);
    start(element, source, abort.signal, change, () => wanted.current)
      .then((made) => {
        if (abort.signal.aborted) destroy(made);
        else parts.current = made;
      })
      .catch((error: unknown) => change({ status: statusOf(error) }));
    return () => {
      abort.abort();
      if (parts.current) destroy(parts.current);
      parts.current = null;
    };
  }, [container, source]);

  const goTo = useCallback((page: number) => {
    wanted.current = page;
    const viewer = parts.current?.viewer;
    if (viewer && page >= 1 && page <= viewer.pagesCount) viewer.currentPageNumber = page;
  }, []);
  const [controls] = useState<PdfControls>(() => controlsOf(parts, goTo));
  return { state, controls };
}

function controlsOf(parts: RefObject<Parts | null>, goTo: (page: number) => void): PdfControls {
  const onViewer = (act: (viewer: PDFViewer) => void) => {
    if (parts.current) act(parts.current.viewer);
  };
  const find = (type: "" | "again", query: string, previous: boolean) =>
    parts.current?.bus.dispatch("find", {
      source: parts,
      type,
      query,
      caseSensitive: false,
      entireWord: false,
      highlightAll: true,
      findPrevious: previous,
      matchDiacritics: false,
    });
  return {
    goTo,
    zoomIn: () => onViewer((viewer) => viewer.increaseScale()),
    zoomOut: () => onViewer((viewer) => viewer.decreaseScale()),
    fit: (mode) =>
      onViewer((viewer) => {
        viewer.currentScaleValue = mode;
      }),
    rotate: () =>
      onViewer((viewer) => {
        viewer.pagesRotation = (viewer.pagesRotation + 90) % 360;
      }),
    find: (query, previous = false, again = false) => find(again ? "again" : "", query, previous),
    endFind: () => parts.current?.bus.dispatch("findbarclose", { source: parts }),
    document: () => parts.current?.document ?? null,
  };
}

async function start(
  container: HTMLDivElement,
  source: ByteSource,
  signal: AbortSignal,
  change: (patch: Partial<PdfState>) => void,
  firstPage: () => number,
): Promise<Parts> {
  const engine = await loadEngine();
  signal.throwIfAborted();
  const task = await openDocument(engine, source, signal, () => change({ status: "failed" }));
  signal.addEventListener("abort", () => void task.destroy());
  const document = await task.promise;
  const { EventBus, PDFFindController, PDFLinkService, PDFViewer, LinkTarget } = engine.viewer;
  const bus = new EventBus();
  const linkService = new PDFLinkService({ eventBus: bus, externalLinkTarget: LinkTarget.BLANK });
  const findController = new PDFFindController({ eventBus: bus, linkService });
  const options = {
    container,
    eventBus: bus,
    linkService,
    findController,
    l10n: silentL10n as unknown as L10n,
    annotationMode: engine.lib.AnnotationMode.ENABLE,
    annotationEditorMode: engine.lib.AnnotationEditorType.DISABLE,
    enableAutoLinking: false,
    removePageBorders: true,
    abortSignal: signal,
  };
  const viewer = new PDFViewer(options);
  linkService.setViewer(viewer);
  listen(bus, viewer, change, firstPage);
  keepFit(container, viewer, signal);
  viewer.setDocument(document);
  linkService.setDocument(document, null);
  change({ pages: document.numPages });
  return { engine, bus, viewer, document };
}

function listen(
  bus: EventBus,
  viewer: PDFViewer,
  change: (patch: Partial<PdfState>) => void,
  firstPage: () => number,
): void {
  bus.on("pagesinit", () => {
    viewer.currentScaleValue = "page-width";
    const page = Math.min(Math.max(1, firstPage()), viewer.pagesCount);
    viewer.currentPageNumber = page;
    change({ status: "ready", page });
  });
  bus.on("pagechanging", ({ pageNumber }: { pageNumber: number }) => change({ page: pageNumber }));
  bus.on("scalechanging", ({ scale, presetValue }: { scale: number; presetValue?: string }) =>
    change({ scale, fit: presetValue === "page-width" || presetValue === "page-fit" ? presetValue : null }),
  );
  bus.on("updatefindmatchescount", ({ matchesCount }: { matchesCount: { current: number; total: number } }) =>
    change({ matches: { ...matchesCount, searching: false } }),
  );
  bus.on(
    "updatefindcontrolstate",
    ({ state, matchesCount }: { state: number; matchesCount: { current: number; total: number } }) =>
      change({ matches: { ...matchesCount, searching: state === PENDING } }),
  );
}

/** A page that fits its place goes on fitting when the place becomes narrower or wider. */
function keepFit(container: HTMLElement, viewer: PDFViewer, signal: AbortSignal): void {
  let width = container.offsetWidth;
  const observer = new ResizeObserver(() => {
    // The outer width: a scroll bar that comes by the fitting is no reason to fit again. While hidden there is none.
    if (container.offsetWidth === width || container.offsetWidth === 0) return;
    width = container.offsetWidth;
    const fit = viewer.currentScaleValue;
    if (fit === "page-width" || fit === "page-fit") viewer.currentScaleValue = fit;
    viewer.update();
  });
  observer.observe(container);
  signal.addEventListener("abort", () => observer.disconnect());
}

/** `FindState.PENDING` of pdf.js. */
const PENDING = 3;

function destroy({ viewer, document }: Parts): void {
  viewer.setDocument(null as unknown as PDFDocumentProxy);
  void document.loadingTask.destroy();
}

function statusOf(error: unknown): ViewerStatus {
  return error instanceof Error && error.name === "PasswordException" ? "encrypted" : "failed";
}
