import { useLingui } from "@lingui/react";
import type { PDFDocumentProxy } from "pdfjs-dist/types/src/display/api";
import { useEffect, useRef } from "react";
import { cx } from "@/ui/cx";

interface ThumbnailsProps {
  document: PDFDocumentProxy;
  page: number;
  pages: number;
  onGo: (page: number) => void;
  pageName?: ((page: number) => string) | undefined;
}

const WIDTH = 96;

/** Small pictures of the pages; each is drawn when it comes into sight. */
export function Thumbnails({ document, page, pages, onGo, pageName }: ThumbnailsProps) {
  const { i18n } = useLingui();
  const strip = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is another current one.
  useEffect(() => bringCurrent(strip.current), [page]);
  return (
    <nav
      ref={strip}
      aria-label={i18n._({ id: "paper.viewer.thumbnails", message: "Pages in small" })}
      className="w-32 shrink-0 overflow-y-auto border-e border-line bg-surface p-2"
    >
      <ol className="flex flex-col gap-2">
        {Array.from({ length: pages }, (_, index) => index + 1).map((number) => (
          <li key={number}>
            <button
              type="button"
              aria-current={number === page ? "page" : undefined}
              onClick={() => onGo(number)}
              className={cx(
                "flex w-full flex-col items-center gap-1 rounded-md border p-1 text-sm",
                number === page ? "border-accent bg-accent-soft" : "border-transparent hover:bg-sunken",
              )}
            >
              <Thumbnail document={document} page={number} />
              <bdi dir="ltr">{pageName ? pageName(number) : number}</bdi>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** Only the strip moves: the browser's own way would move the page around it too. */
function bringCurrent(strip: HTMLElement | null): void {
  const current = strip?.querySelector("[aria-current]")?.getBoundingClientRect();
  if (!strip || !current) return;
  const sight = strip.getBoundingClientRect();
  if (current.top >= sight.top && current.bottom <= sight.bottom) return;
  strip.scrollTop += current.top - sight.top - (sight.height - current.height) / 2;
}

function Thumbnail({ document, page }: { document: PDFDocumentProxy; page: number }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    let stopped = false;
    const observer = new IntersectionObserver(([entry]) => {
      if (!entry?.isIntersecting) return;
      observer.disconnect();
      draw(document, page, element, () => stopped).catch(() => element.classList.add("opacity-40"));
    });
    observer.observe(element);
    return () => {
      stopped = true;
      observer.disconnect();
    };
  }, [document, page]);
  return <canvas ref={canvas} width={WIDTH} height={WIDTH * 1.41} className="w-full bg-white" />;
}

async function draw(
  document: PDFDocumentProxy,
  number: number,
  canvas: HTMLCanvasElement,
  isStopped: () => boolean,
): Promise<void> {
  const page = await document.getPage(number);
  if (isStopped()) return;
  const scale = (WIDTH * Math.min(2, devicePixelRatio)) / page.getViewport({ scale: 1 }).width;
  const viewport = page.getViewport({ scale });
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  await page.render({ canvas, viewport }).promise;
}
