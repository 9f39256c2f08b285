import { Trans } from "@lingui/react";
import type { Document } from "@/api/schema";
import { lazily } from "@/ui/lazily";
import { Skeleton } from "@/ui/states";
import { Unreadable } from "./Unreadable";

const waiting = <ViewerSkeleton />;
const PdfViewer = lazily<ViewerProps>(() => import("./PdfViewer").then((it) => it.default), { waiting });
const ImageViewer = lazily<ViewerProps>(() => import("./ImageViewer").then((it) => it.default), { waiting });

export interface ViewerProps {
  document: Document;
  /** The page to show, counted from 1; when it changes, the viewer goes there. */
  page: number;
  onPage: (page: number) => void;
  /** What a page is called on the file, such as `12/C`. */
  pageName?: ((page: number) => string) | undefined;
}

/** Shows a document of any kind that the registry accepts; the engines load when first needed. */
export function DocumentViewer(props: ViewerProps) {
  const { document } = props;
  if (document.preview !== "ok") return <Unreadable document={document} reason={document.preview} />;
  const Viewer = document.media_type === "application/pdf" ? PdfViewer : ImageViewer;
  return <Viewer key={document.id} {...props} />;
}

export function ViewerSkeleton() {
  return (
    <div className="flex h-full min-h-80 flex-col gap-2 p-3" role="status">
      <span className="sr-only">
        <Trans id="paper.viewer.loading" message="The paper is loading" />
      </span>
      <Skeleton className="h-9" />
      <Skeleton className="min-h-64 flex-1" />
    </div>
  );
}
