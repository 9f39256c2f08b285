import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import { api } from "@/api/client";
import type { Dispatch } from "@/api/schema";
import { problemText } from "@/i18n/problems";
import { download } from "@/office/download";
import { languageOf } from "@/office/script";
import { Words } from "@/office/Words";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { ErrorNotice } from "@/ui/errors";
import { DownloadIcon } from "@/ui/paperIcons";
import { SkeletonRows } from "@/ui/states";
import { toast } from "@/ui/toast";
import { Which } from "./dialogs";

/** What belongs in the envelope, to be opened and printed. */
export function Envelope({ dispatch }: { dispatch: Dispatch }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <Trans id="dispatch.envelope" message="Letter and enclosures" />
      </Button>
      {open && <EnvelopeDialog dispatch={dispatch} onClose={() => setOpen(false)} />}
    </>
  );
}

interface EnvelopeDialogProps {
  dispatch: Dispatch;
  onClose: () => void;
}

function EnvelopeDialog({ dispatch, onClose }: EnvelopeDialogProps) {
  const { id } = dispatch;
  const { i18n } = useLingui();
  const { data, error, refetch } = api.useQuery("get", "/api/v1/dispatches/{id}", {
    params: { path: { id } },
  });
  const save = (place: number) =>
    download(`/api/v1/dispatches/${id}/documents/${place}`).catch((failed) =>
      toast(problemText(failed), "failed"),
    );
  return (
    <Dialog
      open
      onClose={onClose}
      title={i18n._({
        id: "dispatch.envelope.title",
        message: "What belongs in the envelope",
      })}
    >
      <Which dispatch={dispatch} />
      {error && !data && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonRows rows={2} />}
      {data?.documents.length === 0 && (
        <p>
          <Trans
            id="dispatch.envelope.none"
            message="There is nothing here for you to put into an envelope."
          />
        </p>
      )}
      <ul className="mt-2 divide-y divide-line">
        {data?.documents.map((document) => (
          <li key={document.number} className="flex flex-wrap items-center justify-between gap-2 py-2">
            <span className="min-w-0">
              <span lang={languageOf(document.title)} className="block">
                <Words>{document.title}</Words>
              </span>
              <span className="block text-sm text-muted">
                {document.number === 1 ? (
                  <Trans id="dispatch.envelope.letter" message="Signed letter" />
                ) : (
                  <Trans id="dispatch.envelope.enclosure" message="Enclosure" />
                )}
              </span>
            </span>
            <Button icon={<DownloadIcon />} onClick={() => void save(document.number)}>
              <Trans id="mail.save" message="Save" />
              <span className="sr-only"> {document.title}</span>
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
