import type { ReactNode } from "react";

interface FactorProps {
  title: ReactNode;
  state?: ReactNode;
  actions: ReactNode;
  children: ReactNode;
}

/** One kind of proof: what it is, how it stands, what can be done about it. */
export function Factor({ title, state, actions, children }: FactorProps) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line pt-3">
      <div className="min-w-0 flex-1 basis-72">
        <h3 className="flex flex-wrap items-center gap-2 font-medium lang-ur:font-normal">
          {title} {state}
        </h3>
        <p className="text-sm text-muted">{children}</p>
      </div>
      <div className="flex flex-wrap gap-2">{actions}</div>
    </div>
  );
}
