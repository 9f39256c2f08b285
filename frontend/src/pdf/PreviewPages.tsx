import { Trans, useLingui } from "@lingui/react";
import { useEffect, useMemo, useRef } from "react";
import type { ByteSource } from "./engine";
import "./pdf.css";
import { cx } from "@/ui/cx";
import { PageControls } from "./PageControls";
import { usePdfViewer } from "./usePdfViewer";

export interface PreviewPagesProps {
  pages: Uint8Array;
  /** They stand in a dialog, among other things. */
  low?: boolean;
}

/** The pages; when others take their place, the reader stays where he was. */
export default function PreviewPages({ pages, low }: PreviewPagesProps) {
  const { i18n } = useLingui();
  const container = useRef<HTMLDivElement>(null);
  const place = useRef(0);
  // The engine takes the bytes that it is given away from whoever gave them.
  const source = useMemo<ByteSource>(() => ({ size: 0, read: async () => pages.slice() }), [pages]);
  const { state, controls } = usePdfViewer(container, source, 1);
  const isReady = state.status === "ready";
  useEffect(() => {
    const element = container.current;
    if (!element || !isReady) return;
    element.scrollTop = place.current;
    const remember = () => {
      place.current = element.scrollTop;
    };
    element.addEventListener("scroll", remember);
    return () => element.removeEventListener("scroll", remember);
  }, [isReady]);
  if (state.status === "failed" || state.status === "encrypted") {
    return (
      <p role="alert">
        <Trans id="draft.preview.failed" message="The pages could not be shown. What you wrote is safe." />
      </p>
    );
  }
  return (
    <div
      className={cx(
        "flex flex-col rounded-md border border-line",
        low ? "h-[55dvh] min-h-64" : "h-[calc(100dvh-12rem)] min-h-96",
      )}
    >
      <div className="no-print flex border-b border-line bg-surface px-2 py-1">
        <PageControls page={state.page} pages={state.pages} onGo={controls.goTo} />
      </div>
      <section
        aria-label={i18n._({ id: "draft.preview", message: "Preview" })}
        aria-busy={!isReady}
        className="relative min-w-0 flex-1 bg-sunken"
      >
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region. */}
        <div ref={container} tabIndex={0} dir="ltr" className="absolute inset-0 overflow-auto">
          <div className="pdfViewer" />
        </div>
      </section>
    </div>
  );
}
