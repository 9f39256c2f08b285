import { lazily } from "@/ui/lazily";
import { ViewerSkeleton } from "./DocumentViewer";
import type { PreviewPagesProps } from "./PreviewPages";

/** Printed pages; what shows them comes when it is needed. */
export const LazyPages = lazily<PreviewPagesProps>(() => import("./PreviewPages").then((it) => it.default), {
  waiting: <ViewerSkeleton />,
});
