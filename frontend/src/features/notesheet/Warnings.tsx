import { Trans } from "@lingui/react";
import type { Act, File } from "@/api/schema";
import { WarningIcon } from "@/ui/icons";

type Warning = File["warnings"][number] | Act["warnings"][number];

/** What the rules of business would have the officer consider; nothing here stops an act. */
export function Warnings({ warnings }: { warnings: readonly Warning[] }) {
  if (warnings.length === 0) return null;
  return (
    <ul className="no-print flex flex-col gap-1 rounded-md border border-amber bg-amber-soft px-3 py-2 text-sm">
      {warnings.map((warning) => (
        <li key={warning} className="flex items-start gap-2">
          <span className="text-amber">
            <WarningIcon />
          </span>
          <span>
            {warning === "many_noting_officers" && (
              <Trans
                id="note.warning.many_noting_officers"
                message="More than two officers below the secretary have written notes on this case. If you agree, a signature is enough."
              />
            )}
            {warning === "volume_full" && (
              <Trans
                id="note.warning.volume_full"
                message="This volume has more than 300 pages. Open a new volume for further papers."
              />
            )}
            {warning === "vacant_post" && (
              <Trans
                id="note.warning.vacant_post"
                message="Nobody holds the post at present. What is sent waits there for the next holder."
              />
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
