import { Trans } from "@lingui/react";
import type { ReactNode } from "react";
import type { Document } from "@/api/schema";
import { WarningIcon } from "@/ui/icons";
import { DownloadButton } from "./DownloadButton";

interface UnreadableProps {
  document: Document;
  reason: "encrypted" | "unreadable" | "failed";
  action?: ReactNode;
}

/** A document that cannot be shown: why, that it is safe, and how to have it. */
export function Unreadable({ document, reason, action }: UnreadableProps) {
  return (
    <div
      className="flex h-full min-h-64 flex-col items-center justify-center gap-3 p-6 text-center"
      role="status"
    >
      <span className="text-amber">
        <WarningIcon />
      </span>
      <p className="max-w-prose">
        {reason === "encrypted" && (
          <Trans
            id="paper.viewer.encrypted"
            message="This document is locked with a password and cannot be shown here. It is kept exactly as it was received."
          />
        )}
        {reason === "unreadable" && (
          <Trans
            id="paper.viewer.unreadable"
            message="This document is damaged or of an unusual kind and cannot be shown here. It is kept exactly as it was received."
          />
        )}
        {reason === "failed" && (
          <Trans
            id="paper.viewer.failed"
            message="This document could not be loaded. Check the connection and try again."
          />
        )}
      </p>
      <div className="flex flex-wrap justify-center gap-2">
        {action}
        <DownloadButton document={document} withLabel />
      </div>
    </div>
  );
}
