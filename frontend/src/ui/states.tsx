import type { ReactNode } from "react";
import { cx } from "./cx";

/** A grey bar in the height of what will come. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden="true" className={cx("animate-pulse rounded-md bg-sunken", className ?? "h-5")} />;
}

/** Rows of a list while it loads, in the final height. */
export function SkeletonRows({ rows = 6, height = "h-11" }: { rows?: number; height?: string }) {
  return (
    <div className="flex flex-col gap-1.5" aria-busy="true">
      {Array.from({ length: rows }, (_, index) => index).map((index) => (
        <Skeleton key={index} className={height} />
      ))}
    </div>
  );
}

interface EmptyStateProps {
  title: ReactNode;
  /** What will come here, and what to do. */
  children?: ReactNode;
  action?: ReactNode;
}

export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center gap-2 rounded-lg border border-dashed border-line-strong px-6 py-10 text-center">
      <p className="font-serif text-lg">{title}</p>
      {children && <div className="max-w-prose text-muted">{children}</div>}
      {action && <div className="pt-2">{action}</div>}
    </div>
  );
}

interface ChipProps {
  tone?: "plain" | "green" | "amber" | "red";
  children: ReactNode;
  className?: string;
}

const CHIPS = {
  plain: "bg-sunken text-ink",
  green: "bg-green-soft text-green",
  amber: "bg-amber-soft text-amber",
  red: "bg-red-soft text-red",
};

export function Chip({ tone = "plain", children, className }: ChipProps) {
  return (
    <span
      className={cx(
        "inline-flex items-center gap-1 whitespace-nowrap rounded-full px-2 text-[0.85rem] leading-[1.6] lang-ur:leading-[2.2]",
        CHIPS[tone],
        className,
      )}
    >
      {children}
    </span>
  );
}

/** The heading of a page: where am I, and the one main thing to do here. */
export function PageHeader({
  title,
  lead,
  action,
}: {
  title: ReactNode;
  lead?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <header className="mb-4 flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
      <div>
        <h1 className="font-serif text-2xl font-semibold lang-ur:font-normal">{title}</h1>
        {lead && <p className="max-w-prose text-muted">{lead}</p>}
      </div>
      {action && <div className="no-print flex flex-wrap gap-2">{action}</div>}
    </header>
  );
}
