import { lazily } from "@/ui/lazily";
import type { ExportDialogProps } from "./ExportDialog";

/** The dialog comes when it is opened; where it cannot be loaded, it closes again. */
export const LazyExport = lazily<ExportDialogProps>(() => import("./ExportDialog").then((it) => it.default), {
  giveUp: ({ onClose }) => onClose(),
});
