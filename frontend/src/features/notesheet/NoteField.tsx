import { useLingui } from "@lingui/react";
import { type ReactNode, type Ref, useState } from "react";
import type { File } from "@/api/schema";
import { isEmptyBody } from "@/editor/body";
import { LazyNoteEditor } from "@/editor/LazyNoteEditor";
import type { NoteEditorHandle } from "@/editor/NoteEditor";
import { ErrorNotice } from "@/ui/errors";
import { Skeleton } from "@/ui/states";
import { DraftConflict, NotChosen } from "./DraftConflict";
import { DraftStatus } from "./DraftStatus";
import type { Draft } from "./useDraft";

interface NoteFieldProps {
  file: File;
  draft: Draft;
  editor: Ref<NoteEditorHandle>;
  /** While the text is on its way nothing can be added to it. */
  pending: boolean;
  /** The note was sent, but no answer came. */
  perhapsSigned: boolean;
  /** Grows when the draft was given another text than the one that was typed: the editor begins anew with it. */
  given?: number;
  /** Said instead of "saved". */
  saved?: ReactNode;
}

/** Where a draft is written, with how it stands on the server; and, where it has two texts, the choice between them. */
export function NoteField({ file, draft, editor, pending, perhapsSigned, given = 0, saved }: NoteFieldProps) {
  const { i18n } = useLingui();
  const [round, setRound] = useState(0);
  const [notChosen, setNotChosen] = useState("");
  if (draft.error) return <ErrorNotice error={draft.error} />;
  const { saver } = draft;
  if (!saver) return <Skeleton className="h-36" />;
  const { status } = draft.snapshot;
  return (
    <>
      {status === "conflict" && (
        <DraftConflict
          fileId={file.id}
          saver={saver}
          perhapsSigned={perhapsSigned}
          onChosen={(other) => {
            setRound(round + 1);
            setNotChosen(other);
          }}
        />
      )}
      <LazyNoteEditor
        key={`${given} ${round}`}
        ref={editor}
        initial={saver.getSnapshot().body}
        onChange={(body) => saver.edit(body)}
        locked={pending}
        paragraphsBefore={file.last_paragraph}
        lastPage={file.last_page}
        label={i18n._({ id: "note.editor.label", message: "Text of your note" })}
        placeholder={i18n._({
          id: "note.editor.placeholder",
          message: "Write here. p. 12/C and para 5/N become links by themselves.",
        })}
      />
      {status !== "conflict" &&
        !(status === "saved" && isEmptyBody(saver.getSnapshot().body)) &&
        ((status === "saved" && saved) || <DraftStatus status={status} />)}
      {notChosen && <NotChosen text={notChosen} onClose={() => setNotChosen("")} />}
    </>
  );
}
