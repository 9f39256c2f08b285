import { type ReactNode, useEffect, useRef } from "react";
import { cx } from "@/ui/cx";

const TONES = {
  green: "border-green bg-green-soft text-green",
  amber: "border-amber bg-amber-soft text-amber",
  red: "border-red bg-red-soft text-red",
  plain: "border-line-strong bg-sunken text-ink",
};

export type VerdictTone = keyof typeof TONES;

interface VerdictProps {
  tone: VerdictTone;
  icon?: ReactNode;
  title: string;
  children?: ReactNode;
}

/** What came out, in large words; read out at once, and brought into sight. */
export function Verdict({ tone, icon, title, children }: VerdictProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className={cx("flex flex-col gap-2 rounded-lg border-2 p-4 sm:p-5", TONES[tone])}>
      <h2
        ref={heading}
        tabIndex={-1}
        className="flex items-start gap-2.5 font-serif text-xl font-semibold outline-none lang-ur:font-normal"
      >
        {icon && <span className="pt-1 lang-ur:pt-2.5">{icon}</span>}
        {title}
      </h2>
      {children && <div className="flex flex-col gap-1.5 text-ink">{children}</div>}
    </div>
  );
}
