import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import type { FileLine, Receipt } from "@/api/schema";
import { today } from "@/i18n/format";
import { ActDialog } from "@/office/ActDialog";
import { FilePicker } from "@/office/FilePicker";
import { DISPOSAL_REASONS, RECEIPT_RETURN_REASONS, reasonLabel } from "@/office/labels";
import { copiesOf, MarkFields, type Marking, UNMARKED } from "@/office/MarkFields";
import { ReasonDialog } from "@/office/ReasonDialog";
import { BoundedArea, BoundedField } from "@/ui/Bounded";
import { ButtonLink } from "@/ui/Button";
import { DateField } from "@/ui/DateField";
import type { ReceiptAct } from "./commands";

export interface ReceiptDialogProps {
  receipt: Receipt;
  onAct: (act: ReceiptAct) => void;
  onClose: () => void;
  pending: boolean;
  error: unknown;
  isOver: boolean;
}

const maybe = (remark: string) => (remark.trim() ? { remark: remark.trim() } : {});

export function MarkDialog({ receipt: _, onAct, ...dialog }: ReceiptDialogProps) {
  const { i18n } = useLingui();
  const [marking, setMarking] = useState<Marking>(UNMARKED);
  const [dueOn, setDueOn] = useState("");
  const [tried, setTried] = useState(false);
  const submit = () => {
    setTried(true);
    if (!marking.post) return;
    onAct({
      kind: "mark",
      body: {
        to_post_id: marking.post.id,
        action: marking.action,
        copies: copiesOf(marking),
        ...(dueOn && { due_on: dueOn }),
        ...maybe(marking.remark),
      },
    });
  };
  return (
    <ActDialog
      {...dialog}
      title={i18n._({ id: "receipt.mark.title", message: "Mark the paper" })}
      action={i18n._({ id: "receipt.mark.do", message: "Mark" })}
      onSubmit={submit}
    >
      <MarkFields
        value={marking}
        onChange={setMarking}
        error={
          tried && !marking.post
            ? i18n._({ id: "receipt.mark.missing", message: "Choose the post that gets the paper" })
            : undefined
        }
      />
      <DateField
        label={i18n._({ id: "paper.due_on", message: "Due on" })}
        optional
        min={today()}
        value={dueOn}
        onChange={(event) => setDueOn(event.target.value)}
      />
    </ActDialog>
  );
}

export function ReturnDialog({ receipt: _, onAct, ...dialog }: ReceiptDialogProps) {
  const { i18n } = useLingui();
  return (
    <ReasonDialog
      {...dialog}
      title={i18n._({ id: "receipt.return.title", message: "Return the paper" })}
      effect={i18n._({
        id: "receipt.return.effect",
        message: "It goes back to the post that marked it. The reason is recorded and counted.",
      })}
      action={i18n._({ id: "receipt.return.do", message: "Return" })}
      reasons={RECEIPT_RETURN_REASONS}
      label={reasonLabel}
      onReason={(body) => onAct({ kind: "return", body })}
    />
  );
}

export function FileDialog({ receipt, onAct, ...dialog }: ReceiptDialogProps) {
  const { i18n } = useLingui();
  const [file, setFile] = useState<FileLine | null>(null);
  const [note, setNote] = useState("");
  const [tried, setTried] = useState(false);
  const submit = () => {
    setTried(true);
    if (!file) return;
    onAct({ kind: "file", body: { file_id: file.id, ...(note.trim() && { note: note.trim() }) } });
  };
  return (
    <ActDialog
      {...dialog}
      title={i18n._({ id: "receipt.file.title", message: "Put the paper on a file" })}
      effect={i18n._({
        id: "receipt.file.effect",
        message: "It gets page numbers on the correspondence side and a paragraph of its own in the notes.",
      })}
      action={i18n._({ id: "receipt.file.do", message: "Put on this file" })}
      onSubmit={submit}
    >
      <FilePicker
        label={i18n._({ id: "receipt.file.search", message: "File, by number or words of the subject" })}
        value={file}
        onChange={setFile}
        error={
          tried && !file ? i18n._({ id: "receipt.file.missing", message: "Choose the file" }) : undefined
        }
      />
      <BoundedField
        label={i18n._({ id: "receipt.file.note", message: "Remark in the docket" })}
        optional
        dir="auto"
        most={500}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <p className="flex flex-wrap items-center gap-2 border-t border-line pt-3">
        <Trans id="receipt.file.new_hint" message="No file on this subject yet?" />
        <ButtonLink to="/files" search={{ open: true, receipt: receipt.id }}>
          <Trans id="receipt.file.new" message="Open a new file with this paper" />
        </ButtonLink>
      </p>
    </ActDialog>
  );
}

export function DisposeDialog({ receipt: _, onAct, ...dialog }: ReceiptDialogProps) {
  const { i18n } = useLingui();
  return (
    <ReasonDialog
      {...dialog}
      title={i18n._({ id: "receipt.dispose.title", message: "Dispose of the paper without a file" })}
      effect={i18n._({
        id: "receipt.dispose.effect",
        message: "It leaves your desk and stays in the register with the reason. It can be reopened.",
      })}
      action={i18n._({ id: "receipt.dispose.do", message: "Dispose of it" })}
      reasons={DISPOSAL_REASONS}
      label={reasonLabel}
      onReason={(body) => onAct({ kind: "dispose", body })}
    />
  );
}

export function ReopenDialog({ receipt: _, onAct, ...dialog }: ReceiptDialogProps) {
  const { i18n } = useLingui();
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const submit = () => {
    setTried(true);
    if (reason.trim()) onAct({ kind: "reopen", reason: reason.trim() });
  };
  return (
    <ActDialog
      {...dialog}
      title={i18n._({ id: "receipt.reopen.title", message: "Reopen the paper" })}
      action={i18n._({ id: "receipt.reopen.do", message: "Reopen" })}
      onSubmit={submit}
    >
      <BoundedArea
        label={i18n._({ id: "paper.reason", message: "Reason" })}
        dir="auto"
        most={500}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        error={
          tried && !reason.trim()
            ? i18n._({ id: "paper.reason.give", message: "Give the reason" })
            : undefined
        }
      />
    </ActDialog>
  );
}
