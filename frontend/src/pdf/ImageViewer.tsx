import { Trans, useLingui } from "@lingui/react";
import { useEffect, useState } from "react";
import { Button, IconButton } from "@/ui/Button";
import { cx } from "@/ui/cx";
import { FitWidthIcon, RotateIcon, ZoomInIcon, ZoomOutIcon } from "@/ui/paperIcons";
import type { ViewerProps } from "./DocumentViewer";
import { DownloadButton } from "./DownloadButton";
import { PageControls } from "./PageControls";
import { pageImage } from "./source";
import { Unreadable } from "./Unreadable";

const RENDERED_WIDTH = 1600;
const STEPS = [0.5, 0.75, 1, 1.5, 2, 3];

/** Scans that are pictures: the server renders each page, TIFF too, which no browser shows. */
export default function ImageViewer({ document, page, onPage, pageName }: ViewerProps) {
  const { i18n } = useLingui();
  const pages = document.pages ?? 1;
  const shown = Math.min(Math.max(1, page), pages);
  const [zoom, setZoom] = useState(1);
  const [turns, setTurns] = useState(0);
  const { address, failed, retry } = usePageImage(document.id, shown);
  if (failed) {
    return (
      <Unreadable
        document={document}
        reason="failed"
        action={
          <Button tone="primary" onClick={retry}>
            {i18n._({ id: "paper.viewer.retry", message: "Try again" })}
          </Button>
        }
      />
    );
  }
  const name = i18n._({
    id: "paper.viewer.image",
    message: "Page {page} of {name}",
    values: { page: shown, name: document.file_name },
  });
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div
        role="toolbar"
        aria-label={i18n._({ id: "paper.viewer.toolbar", message: "Controls of the paper" })}
        className="no-print flex flex-wrap items-center gap-1 border-b border-line bg-surface px-2 py-1"
      >
        <PageControls page={shown} pages={pages} onGo={onPage} pageName={pageName} />
        <span className="flex-1" />
        <IconButton
          label={i18n._({ id: "paper.viewer.zoom_out", message: "Smaller" })}
          icon={<ZoomOutIcon />}
          onClick={() => setZoom(STEPS.findLast((step) => step < zoom) ?? zoom)}
        />
        <IconButton
          label={i18n._({ id: "paper.viewer.zoom_in", message: "Larger" })}
          icon={<ZoomInIcon />}
          onClick={() => setZoom(STEPS.find((step) => step > zoom) ?? zoom)}
        />
        <IconButton
          label={i18n._({ id: "paper.viewer.fit_width", message: "Fit the width" })}
          icon={<FitWidthIcon />}
          onClick={() => setZoom(1)}
        />
        <IconButton
          label={i18n._({ id: "paper.viewer.rotate", message: "Turn" })}
          icon={<RotateIcon />}
          onClick={() => setTurns((turns + 1) % 4)}
        />
        <DownloadButton document={document} />
      </div>
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region.
        tabIndex={0}
        aria-label={document.file_name}
        aria-busy={!address}
        dir="ltr"
        className="min-h-64 flex-1 overflow-auto bg-sunken p-2"
      >
        {address ? (
          <img
            src={address}
            alt={name}
            style={{ inlineSize: `${zoom * 100}%`, rotate: `${turns * 90}deg` }}
            className={cx("mx-auto max-w-none bg-white shadow-pop", turns % 2 === 1 && "my-16")}
          />
        ) : (
          <p role="status" className="p-6 text-center text-muted">
            <Trans id="paper.viewer.loading" message="The paper is loading" />
          </p>
        )}
      </section>
    </div>
  );
}

function usePageImage(documentId: string, page: number) {
  const [address, setAddress] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt loads again.
  useEffect(() => {
    const abort = new AbortController();
    let made: string | null = null;
    setAddress(null);
    setFailed(false);
    pageImage(documentId, page, RENDERED_WIDTH, abort.signal)
      .then((address) => {
        made = address;
        if (abort.signal.aborted) URL.revokeObjectURL(address);
        else setAddress(address);
      })
      .catch(() => {
        if (!abort.signal.aborted) setFailed(true);
      });
    return () => {
      abort.abort();
      if (made) URL.revokeObjectURL(made);
    };
  }, [documentId, page, attempt]);
  return { address, failed, retry: () => setAttempt(attempt + 1) };
}
