import { useLingui } from "@lingui/react";
import { type FormEvent, useState } from "react";
import type { Act, File } from "@/api/schema";
import { ActError } from "@/office/ActError";
import { UploadField } from "@/office/UploadField";
import { useAct } from "@/office/useAct";
import { useUploads } from "@/office/useUploads";
import { useUploadTexts } from "@/office/useUploadTexts";
import { BoundedField } from "@/ui/Bounded";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";

import { addPaper } from "./queries";

interface AddPaperDialogProps {
  file: File;
  onClose: () => void;
  /** The first page of what was added. */
  onAdded: (page: number) => void;
}

/** Puts an internal paper on the correspondence side: a table, a map, a copy of a rule. */
export function AddPaperDialog({ file, onClose, onAdded }: AddPaperDialogProps) {
  const { i18n } = useLingui();
  const uploads = useUploads(useUploadTexts());
  const [title, setTitle] = useState("");
  const [tried, setTried] = useState(false);
  const document = uploads.uploads[0]?.document;
  const adding = useAct<{ document_id: string; title: string }, Act>({
    version: file.version,
    send: (body, attempt) => addPaper(file.id, body, attempt),
    onDone: () => onAdded(file.last_page + 1),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (document && title.trim()) adding.act({ document_id: document.id, title: title.trim() });
  };
  return (
    <Dialog open onClose={onClose} title={i18n._({ id: "file.add_paper.title", message: "Add a paper" })}>
      <form onSubmit={submit} className="flex flex-col gap-3" noValidate>
        <UploadField
          label={i18n._({ id: "file.add_paper.document", message: "Document" })}
          uploads={uploads}
        />
        {tried && !document && !uploads.isBusy && (
          <p role="alert" className="text-sm text-red">
            {i18n._({ id: "file.add_paper.missing", message: "Choose the document first" })}
          </p>
        )}
        <BoundedField
          label={i18n._({ id: "file.add_paper.name", message: "What the paper is" })}
          dir="auto"
          most={300}
          value={title}
          onChange={(event) => setTitle(event.target.value)}
          error={
            tried && !title.trim()
              ? i18n._({ id: "file.add_paper.name_missing", message: "Say in a few words what it is" })
              : undefined
          }
        />
        <p className="text-sm text-muted">
          {i18n._({
            id: "file.add_paper.page",
            message: "It will begin at page {page}/C.",
            values: { page: file.last_page + 1 },
          })}
        </p>
        <ActError error={adding.error} />
        <div className="flex gap-2">
          <Button type="submit" tone="primary" pending={adding.isPending || uploads.isBusy}>
            {i18n._({ id: "file.add_paper.add", message: "Add to the file" })}
          </Button>
          <Button onClick={onClose}>{i18n._({ id: "paper.cancel", message: "Cancel" })}</Button>
        </div>
      </form>
    </Dialog>
  );
}
