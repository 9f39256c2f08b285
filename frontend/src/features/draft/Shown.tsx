import type { ReactNode } from "react";

/** A field that is only read. */
export function Shown({ label, id, children }: { label: ReactNode; id?: string; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-1">
      <span className="text-sm font-medium lang-ur:font-normal">{label}</span>
      <div id={id} tabIndex={id ? -1 : undefined}>
        {children}
      </div>
    </div>
  );
}
