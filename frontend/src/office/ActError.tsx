import { Trans } from "@lingui/react";
import { isProblem } from "@/api/problem";
import { ErrorNotice } from "@/ui/errors";
import { WarningIcon } from "@/ui/icons";

/** A refused act; when somebody else was faster, in plain words what happened, what is safe, what to do. */
export function ActError({ error, draftKept = false }: { error: unknown; draftKept?: boolean }) {
  if (!error) return null;
  if (!isProblem(error, "stale")) return <ErrorNotice error={error} />;
  return (
    <div role="alert" className="flex items-start gap-3 rounded-md border border-amber bg-amber-soft px-4 py-3">
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
