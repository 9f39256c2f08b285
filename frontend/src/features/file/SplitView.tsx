import { useLingui } from "@lingui/react";
import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from "react";
import { cx } from "@/ui/cx";

interface SplitViewProps {
  /** Both sides beside each other; otherwise the second follows the first. */
  isSplit: boolean;
  hidesFirst: boolean;
  /** Share of the first side in percent. */
  share: number;
  onShare: (share: number) => void;
  first: ReactNode;
  second: ReactNode;
}

const LEAST = 25;
const MOST = 75;
const STEP = 5;

const bounded = (share: number) => Math.min(MOST, Math.max(LEAST, Math.round(share)));

/**
 * Two sides with a bar between them that can be dragged, or moved with the arrow keys. The first keeps its place in the
 * tree when a tablet is turned: what is being written in it stays.
 */
export function SplitView({ isSplit, hidesFirst, share, onShare, first, second }: SplitViewProps) {
  const { i18n } = useLingui();
  const box = useRef<HTMLDivElement>(null);
  const [dragged, setDragged] = useState<number | null>(null);
  const shown = dragged ?? share;

  const shareAt = (event: PointerEvent) => {
    const area = box.current?.getBoundingClientRect();
    if (!area) return share;
    const isRtl = document.documentElement.dir === "rtl";
    const from = isRtl ? area.right - event.clientX : event.clientX - area.left;
    return bounded((from / area.width) * 100);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const towardsEnd = document.documentElement.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
    const moves: Record<string, number> = {
      ArrowLeft: shown + (towardsEnd === "ArrowLeft" ? STEP : -STEP),
      ArrowRight: shown + (towardsEnd === "ArrowRight" ? STEP : -STEP),
      Home: LEAST,
      End: MOST,
    };
    const next = moves[event.key];
    if (next === undefined) return;
    event.preventDefault();
    onShare(bounded(next));
  };
  return (
    <div
      ref={box}
      className={cx(
        isSplit && "grid min-h-0 flex-1 rounded-md border border-line bg-surface print:block print:border-0",
      )}
      style={isSplit ? { gridTemplateColumns: `${shown}fr auto ${100 - shown}fr` } : {}}
    >
      <div className={cx(isSplit && "min-h-0 min-w-0", hidesFirst && "hidden print:block")}>{first}</div>
      {isSplit && (
        // biome-ignore lint/a11y/useSemanticElements: a separator that moves has no element of its own.
        <div
          role="separator"
          aria-orientation="vertical"
          aria-label={i18n._({ id: "file.split", message: "Width of the notes" })}
          aria-valuenow={shown}
          aria-valuemin={LEAST}
          aria-valuemax={MOST}
          tabIndex={0}
          onKeyDown={onKeyDown}
          onDoubleClick={() => onShare(50)}
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            setDragged(shareAt(event));
          }}
          onPointerMove={(event) => dragged !== null && setDragged(shareAt(event))}
          onPointerUp={(event) => {
            setDragged(null);
            onShare(shareAt(event));
          }}
          onPointerCancel={() => setDragged(null)}
          className="no-print flex w-2 cursor-col-resize touch-none items-center justify-center border-x border-line bg-sunken hover:bg-accent-soft"
        >
          <span aria-hidden="true" className="h-8 w-0.5 rounded-full bg-line-strong" />
        </div>
      )}
      {second && <div className={cx(isSplit && "min-h-0 min-w-0", "print:hidden")}>{second}</div>}
    </div>
  );
}
