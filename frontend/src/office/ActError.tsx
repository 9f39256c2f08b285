import { Trans } from "@lingui/react";
import { useEffect, useRef } from "react";
import { isProblem } from "@/api/problem";
import { ErrorNotice } from "@/ui/errors";
import { WarningIcon } from "@/ui/icons";

interface ActErrorProps {
  error: unknown;
  draftKept?: boolean;
}

/** A refused act; when somebody else was faster, in plain words what happened, what is safe, what to do. */
export function ActError({ error, draftKept = false }: ActErrorProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (error) box.current?.scrollIntoView({ block: "nearest" });
  }, [error]);
  if (!error) return null;
  return (
    <div ref={box} className="scroll-mb-16">
      {isProblem(error, "stale") ? <Stale draftKept={draftKept} /> : <ErrorNotice error={error} />}
    </div>
  );
}

function Stale({ draftKept }: { draftKept: boolean }) {
  return (
    <div
      role="alert"
      className="flex items-start gap-3 rounded-md border border-amber bg-amber-soft px-4 py-3"
    >
      <span className="pt-0.5 text-amber">
        <WarningIcon />
      </span>
      <div>
        <p className="font-medium">
          <Trans id="paper.stale.title" message="Somebody else acted first" />
        </p>
        <p>
          <Trans
            id="paper.stale.detail"
            message="This was changed after you opened it, so your act was not carried out. The page now shows how it stands."
          />{" "}
          {draftKept && <Trans id="paper.stale.draft" message="What you wrote is kept as your draft." />}
        </p>
      </div>
    </div>
  );
}
