import { Trans } from "@lingui/react";
import { useState } from "react";
import { withAllTexts } from "@/i18n/i18n";
import { cx } from "@/ui/cx";
import { lazily } from "@/ui/lazily";
import { SkeletonRows } from "@/ui/states";

/** The timeline, whose code comes when somebody asks for it. */
export const LazyTimeline = lazily(async () => (await withAllTexts(import("./Timeline"))).Timeline, {
  waiting: <SkeletonRows rows={3} height="h-16" />,
});

interface FoldedTimelineProps {
  of: "receipt" | "post";
  id: string;
  className?: string;
}

/** The same under its heading, read when somebody opens it. */
export function FoldedTimeline({ of, id, className }: FoldedTimelineProps) {
  const [open, setOpen] = useState(false);
  return (
    <details
      // On paper there is nothing to open.
      className={cx("print:[&:not([open])]:hidden", className)}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary className="w-fit cursor-pointer font-serif text-lg">
        <Trans id="timeline" message="Timeline" />
      </summary>
      {open && (
        <div className="mt-2">
          <LazyTimeline of={of} id={id} />
        </div>
      )}
    </details>
  );
}
