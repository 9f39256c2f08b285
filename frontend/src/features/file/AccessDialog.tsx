import { Trans, useLingui } from "@lingui/react";
import { api } from "@/api/client";
import type { FileAccess, FileAccessCause } from "@/api/schema";
import { Time } from "@/i18n/format";
import { reader } from "@/office/deskLabels";
import { PostName } from "@/office/PostName";
import { Dialog } from "@/ui/Dialog";
import { ErrorNotice } from "@/ui/errors";
import { SkeletonRows } from "@/ui/states";

const causeLabel = reader<FileAccessCause>({
  opened: /*i18n*/ { id: "file.access.opened", message: "Opened it" },
  movement: /*i18n*/ { id: "file.access.movement", message: "It came to this desk" },
  reopened: /*i18n*/ { id: "file.access.reopened", message: "Reopened it" },
  main_file: /*i18n*/ { id: "file.access.main_file", message: "May see its main file" },
  own_section: /*i18n*/ { id: "file.access.own_section", message: "Belongs to its section" },
});

/** Who may see a file, and why each of them may. */
export function AccessDialog({ fileId, onClose }: { fileId: string; onClose: () => void }) {
  const { i18n } = useLingui();
  const access = api.useQuery("get", "/api/v1/files/{id}/access", { params: { path: { id: fileId } } });
  return (
    <Dialog
      open
      onClose={onClose}
      title={i18n._({ id: "file.access.title", message: "Who can see this file" })}
    >
      <p className="mb-3">
        <Trans
          id="file.access.lead"
          message="These posts, whoever holds them, and nobody else. Administrators are not among them."
        />
      </p>
      {access.isPending && <SkeletonRows rows={4} />}
      {access.error && <ErrorNotice error={access.error} onRetry={() => void access.refetch()} />}
      {access.data && (
        <ul className="divide-y divide-line">
          {access.data.items.map((sight) => (
            <Sight key={sight.post.id} sight={sight} />
          ))}
        </ul>
      )}
    </Dialog>
  );
}

function Sight({ sight }: { sight: FileAccess }) {
  const { i18n } = useLingui();
  return (
    <li className="py-2">
      <PostName post={sight.post} withHolder />
      <ul className="text-sm text-muted">
        {sight.reasons.map((reason) => (
          <li key={reason.cause}>
            {causeLabel(i18n, reason.cause)} · <Time at={reason.since} />
            {reason.until && (
              <>
                {" – "}
                <Time at={reason.until} />
              </>
            )}
          </li>
        ))}
      </ul>
    </li>
  );
}
