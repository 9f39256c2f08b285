import workerUrl from "pdfjs-dist/legacy/build/pdf.worker.min.mjs?url";
import type { PDFDocumentLoadingTask } from "pdfjs-dist/types/src/display/api";

type Library = typeof import("pdfjs-dist/legacy/build/pdf.mjs");
type Viewer = typeof import("pdfjs-dist/legacy/web/pdf_viewer.mjs");

export interface Engine {
  lib: Library;
  viewer: Viewer;
}

export interface ByteSource {
  size: number;
  /** Bytes from `begin` up to but not including `end`; without both, the whole document. */
  read(signal: AbortSignal, begin?: number, end?: number): Promise<Uint8Array>;
}

const ASSETS = `${import.meta.env.BASE_URL}pdfjs/`;
/** Up to this size one request is faster than many. */
const WHOLE_UP_TO = 2 * 1024 * 1024;
const CHUNK = 256 * 1024;

let engine: Promise<Engine> | undefined;

/** Loads pdf.js once. The viewer part expects the library under a global name. */
export function loadEngine(): Promise<Engine> {
  engine ??= load().catch((error: unknown) => {
    engine = undefined;
    throw error;
  });
  return engine;
}

async function load(): Promise<Engine> {
  const lib = await import("pdfjs-dist/legacy/build/pdf.mjs");
  lib.GlobalWorkerOptions.workerSrc = workerUrl;
  Object.assign(globalThis, { pdfjsLib: lib });
  const viewer = await import("pdfjs-dist/legacy/web/pdf_viewer.mjs");
  return { lib, viewer };
}

/** Opens a document: small ones whole, large ones by ranges as pages are looked at. */
export async function openDocument(
  { lib }: Engine,
  source: ByteSource,
  signal: AbortSignal,
  onLost: (error: unknown) => void,
): Promise<PDFDocumentLoadingTask> {
  const places = {
    cMapUrl: `${ASSETS}cmaps/`,
    standardFontDataUrl: `${ASSETS}standard_fonts/`,
    wasmUrl: `${ASSETS}wasm/`,
    iccUrl: `${ASSETS}iccs/`,
    isEvalSupported: false,
    enableXfa: false,
  };
  if (source.size <= WHOLE_UP_TO) {
    return lib.getDocument({ ...places, data: await source.read(signal) });
  }
  const range = new (rangeTransport(lib))(source, signal, onLost);
  return lib.getDocument({
    ...places,
    range,
    rangeChunkSize: CHUNK,
    disableStream: true,
    disableAutoFetch: true,
  });
}

function rangeTransport(lib: Library) {
  return class extends lib.PDFDataRangeTransport {
    constructor(
      private readonly source: ByteSource,
      private readonly signal: AbortSignal,
      private readonly onLost: (error: unknown) => void,
    ) {
      super(source.size, null);
    }

    override requestDataRange(begin: number, end: number): void {
      this.source
        .read(this.signal, begin, end)
        .then((bytes) => this.onDataRange(begin, bytes))
        .catch((error: unknown) => {
          if (!this.signal.aborted) this.onLost(error);
        });
    }
  };
}
