import { useLingui } from "@lingui/react";
import type { Ageing } from "@/api/schema";
import { cx } from "@/ui/cx";
import { dueWords } from "./ageing";

const TONES: Record<Ageing, { dot: string; words: string }> = {
  green: { dot: "border-green", words: "text-green" },
  yellow: { dot: "border-amber bg-amber", words: "text-amber" },
  red: { dot: "border-red bg-red", words: "text-red" },
};

interface AgeingMarkProps {
  ageing: Ageing;
  dueAt: string | null;
}

/** A dot (open, filled, filled) and words for how long a paper may still wait. */
export function AgeingMark({ ageing, dueAt }: AgeingMarkProps) {
  const { i18n } = useLingui();
  // What is parked does not press, but its day has passed all the same: the colour agrees with the words.
  const tone = TONES[dueAt && new Date(dueAt) < new Date() ? "red" : ageing];
  const words = dueAt ? dueWords(i18n, dueAt) : i18n._({ id: "paper.due.none", message: "No due date" });
  return (
    <span className={cx("inline-flex items-center gap-1.5 whitespace-nowrap text-sm", tone.words)}>
      <span aria-hidden="true" className={cx("size-2.5 shrink-0 rounded-full border-2", tone.dot)} />
      {words}
    </span>
  );
}
