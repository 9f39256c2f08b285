import type { ReactNode, Ref } from "react";
import { Toolbar as AriaToolbar } from "react-aria-components";
import { AriaLocale } from "./AriaLocale";

interface ToolbarProps {
  label: string;
  children: ReactNode;
  className?: string;
  ref?: Ref<HTMLDivElement>;
}

/** Buttons that are one stop of the Tab key; the arrows go from one to the next, mirrored in Urdu. */
export function Toolbar({ label, children, className, ref }: ToolbarProps) {
  return (
    <AriaLocale>
      <AriaToolbar {...(ref ? { ref } : {})} aria-label={label} data-bar className={className ?? ""}>
        {children}
      </AriaToolbar>
    </AriaLocale>
  );
}

/** Between two groups of a toolbar. */
export function ToolbarGap() {
  return <span aria-hidden="true" className="mx-0.5 h-6 w-px shrink-0 bg-line" />;
}
