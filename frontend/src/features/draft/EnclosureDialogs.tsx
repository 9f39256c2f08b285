import { Trans, useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { Document, Enclosure, Paper } from "@/api/schema";
import { UploadField } from "@/office/UploadField";
import { useUploads } from "@/office/useUploads";
import { useUploadTexts } from "@/office/useUploadTexts";
import { BoundedField, lettersOver } from "@/ui/Bounded";
import { Button } from "@/ui/Button";
import { Checkbox } from "@/ui/Checkbox";
import { Dialog } from "@/ui/Dialog";
import { ErrorNotice } from "@/ui/errors";
import { SkeletonRows } from "@/ui/states";
import { papersQuery } from "./queries";

interface EncloseDialogProps {
  fileId: string;
  /** Documents that are enclosed already. */
  without: string[];
  /** How many more may be enclosed. */
  room: number;
  onDone: (enclosures: Enclosure[]) => void;
  onClose: () => void;
}

const MOST_TITLE = 300;

/** Takes papers of the file along, or new scans. */
export function EncloseDialog({ fileId, without, room, onDone, onClose }: EncloseDialogProps) {
  const { i18n } = useLingui();
  const papers = useQuery(papersQuery(fileId));
  const uploads = useUploads(useUploadTexts());
  const [chosen, setChosen] = useState<string[]>([]);
  const [tried, setTried] = useState(false);
  const offered = (papers.data ?? []).flatMap((paper) =>
    paper.documents.filter(({ id }) => !without.includes(id)).map((document) => ({ paper, document })),
  );
  const fresh = uploads.uploads.flatMap(({ document }) => document ?? []);
  const enclosures = [
    ...offered
      .filter(({ document }) => chosen.includes(document.id))
      .map(({ paper, document }) => ({ title: titleOf(paper, document), document: document.id })),
    ...fresh.map((document) => ({ title: nameOf(document), document: document.id })),
  ];
  const tooMany = enclosures.length > room;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (enclosures.length > 0 && !tooMany && !uploads.isBusy) onDone(enclosures);
  };
  const toggle = (id: string, isOn: boolean) =>
    setChosen(isOn ? [...chosen, id] : chosen.filter((one) => one !== id));
  return (
    <Dialog
      open
      onClose={onClose}
      title={i18n._({ id: "draft.enclosures.add", message: "Enclose something" })}
    >
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        {papers.isPending && <SkeletonRows rows={2} />}
        {papers.error && <ErrorNotice error={papers.error} onRetry={() => void papers.refetch()} />}
        {offered.length > 0 && (
          <fieldset className="flex flex-col gap-1.5">
            <legend className="mb-1 text-sm font-medium lang-ur:font-normal">
              <Trans id="draft.enclosures.papers" message="Papers of this file" />
            </legend>
            {offered.map(({ paper, document }) => (
              <Checkbox
                key={document.id}
                label={<bdi>{titleOf(paper, document)}</bdi>}
                hint={`\u2066${paper.page_first}/C\u2069`}
                checked={chosen.includes(document.id)}
                onChange={(event) => toggle(document.id, event.target.checked)}
              />
            ))}
          </fieldset>
        )}
        <UploadField
          multiple
          label={i18n._({ id: "draft.enclosures.upload", message: "New scans" })}
          uploads={uploads}
        />
        {tried && enclosures.length === 0 && !uploads.isBusy && (
          <p role="alert" className="text-sm text-red">
            {i18n._({ id: "draft.enclosures.missing", message: "Choose a paper or a scan first" })}
          </p>
        )}
        {tooMany && (
          <p role="alert" className="text-sm text-red">
            {i18n._({
              id: "draft.enclosures.tooMany",
              message: "At most 50 enclosures: {room} more can go along.",
              values: { room },
            })}
          </p>
        )}
        <div className="flex flex-wrap gap-2">
          <Button type="submit" tone="primary" pending={uploads.isBusy}>
            {i18n._({ id: "draft.enclosures.do", message: "Enclose" })}
          </Button>
          <Button onClick={onClose}>{i18n._({ id: "paper.cancel", message: "Cancel" })}</Button>
        </div>
      </form>
    </Dialog>
  );
}

function titleOf(paper: Paper, document: Document): string {
  const title = paper.documents.length > 1 ? `${paper.title} · ${document.file_name}` : paper.title;
  return title.slice(0, MOST_TITLE);
}

/** A file's name without its ending. */
const nameOf = ({ file_name }: Document) =>
  file_name.replace(/\.[a-z]{3,4}$/i, "").slice(0, MOST_TITLE) || file_name;

interface RenameDialogProps {
  title: string;
  onDone: (title: string) => void;
  onClose: () => void;
}

/** What an enclosure is called in the list under the text. */
export function RenameDialog({ title, onDone, onClose }: RenameDialogProps) {
  const { i18n } = useLingui();
  const [text, setText] = useState(title);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() && lettersOver(text, MOST_TITLE) === 0) onDone(text.trim());
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={i18n._({ id: "draft.enclosure.title", message: "Title of the enclosure" })}
    >
      <form onSubmit={submit} noValidate className="flex flex-col gap-3">
        <BoundedField
          label={i18n._({ id: "draft.enclosure.name", message: "Title" })}
          dir="auto"
          most={MOST_TITLE}
          value={text}
          onChange={(event) => setText(event.target.value)}
          error={
            text.trim() ? undefined : i18n._({ id: "draft.enclosure.missing", message: "Give it a title" })
          }
        />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" tone="primary">
            {i18n._({ id: "draft.take", message: "Take over" })}
          </Button>
          <Button onClick={onClose}>{i18n._({ id: "paper.cancel", message: "Cancel" })}</Button>
        </div>
      </form>
    </Dialog>
  );
}
