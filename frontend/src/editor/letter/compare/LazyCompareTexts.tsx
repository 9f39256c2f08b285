import { lazily } from "@/ui/lazily";
import { Skeleton } from "@/ui/states";
import type { CompareTextsProps } from "./CompareTexts";

/** The comparison of two versions, loaded when somebody asks for it. */
export const LazyCompareTexts = lazily<CompareTextsProps>(
  () => import("./CompareTexts").then((it) => it.default),
  { waiting: <Skeleton className="h-48" /> },
);
