import { useLingui } from "@lingui/react";
import { useState } from "react";
import type { File, FileLine } from "@/api/schema";
import { titleOf, today } from "@/i18n/format";
import { ActDialog } from "@/office/ActDialog";
import { FilePicker } from "@/office/FilePicker";
import { FILE_RETURN_REASONS, reasonLabel } from "@/office/labels";
import { ReasonDialog } from "@/office/ReasonDialog";
import { UnsubmittedNote } from "@/office/UnsubmittedNote";
import { BoundedArea, BoundedField } from "@/ui/Bounded";
import { DateField } from "@/ui/DateField";
import type { FileAct } from "./commands";

export interface FileDialogProps {
  file: File;
  onAct: (act: FileAct) => void;
  onClose: () => void;
  pending: boolean;
  error: unknown;
  isOver: boolean;
}

export function ReturnDialog({ file, onAct, ...dialog }: FileDialogProps) {
  const { i18n } = useLingui();
  return (
    <ReasonDialog
      {...dialog}
      title={i18n._({ id: "file.return.title", message: "Return the file" })}
      effect={
        file.last_sender &&
        i18n._({
          id: "file.return.effect",
          message: "The file goes back to {post}. The reason is recorded and counted.",
          values: { post: titleOf(file.last_sender) },
        })
      }
      action={i18n._({ id: "file.return.do", message: "Return" })}
      reasons={FILE_RETURN_REASONS}
      label={reasonLabel}
      onReason={(body) => onAct({ kind: "return", body })}
    >
      <UnsubmittedNote fileId={file.id} />
    </ReasonDialog>
  );
}

export function ParkDialog({ file: _, onAct, ...dialog }: FileDialogProps) {
  const { i18n } = useLingui();
  const [until, setUntil] = useState("");
  const [remark, setRemark] = useState("");
  const [tried, setTried] = useState(false);
  const wrong = until <= today();
  const submit = () => {
    setTried(true);
    if (!wrong) onAct({ kind: "park", until, remark: remark.trim() });
  };
  return (
    <ActDialog
      {...dialog}
      title={i18n._({ id: "file.park.title", message: "Park the file" })}
      effect={i18n._({
        id: "file.park.effect",
        message:
          "It leaves your desk and comes back by itself on the day you name. It stays in your custody.",
      })}
      action={i18n._({ id: "file.park.do", message: "Park" })}
      onSubmit={submit}
    >
      <DateField
        label={i18n._({ id: "file.park.until", message: "Bring forward on" })}
        value={until}
        min={today()}
        onChange={(event) => setUntil(event.target.value)}
        error={
          tried && wrong ? i18n._({ id: "file.park.wrong", message: "Choose a day after today" }) : undefined
        }
      />
      <BoundedField
        label={i18n._({ id: "paper.remark", message: "Remark" })}
        optional
        dir="auto"
        most={500}
        value={remark}
        onChange={(event) => setRemark(event.target.value)}
      />
    </ActDialog>
  );
}

export function CloseDialog({ file, onAct, ...dialog }: FileDialogProps) {
  const { i18n } = useLingui();
  const [remark, setRemark] = useState("");
  return (
    <ActDialog
      {...dialog}
      title={i18n._({ id: "file.close.title", message: "Close the file" })}
      effect={i18n._({
        id: "file.close.effect",
        message: "Nothing more can be written on it. It can be reopened with a reason.",
      })}
      action={i18n._({ id: "file.close.do", message: "Close the file" })}
      onSubmit={() => onAct({ kind: "close", remark: remark.trim() })}
    >
      <UnsubmittedNote fileId={file.id} />
      <BoundedField
        label={i18n._({ id: "paper.remark", message: "Remark" })}
        optional
        dir="auto"
        most={500}
        value={remark}
        onChange={(event) => setRemark(event.target.value)}
      />
    </ActDialog>
  );
}

export function ReopenDialog({ file: _, onAct, ...dialog }: FileDialogProps) {
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
      title={i18n._({ id: "file.reopen.title", message: "Reopen the file" })}
      action={i18n._({ id: "file.reopen.do", message: "Reopen" })}
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

export function PartDialog({ file, onAct, ...dialog }: FileDialogProps) {
  const { i18n } = useLingui();
  const [subject, setSubject] = useState(file.subject);
  return (
    <ActDialog
      {...dialog}
      title={i18n._({ id: "file.part.title", message: "Open a part file" })}
      effect={i18n._({
        id: "file.part.effect",
        message: "A part file moves on its own while the main file is away, and is merged back later.",
      })}
      action={i18n._({ id: "file.part.do", message: "Open the part file" })}
      onSubmit={() => onAct({ kind: "part", subject: subject.trim() === file.subject ? "" : subject.trim() })}
    >
      <BoundedField
        label={i18n._({ id: "paper.subject", message: "Subject" })}
        dir="auto"
        most={500}
        value={subject}
        onChange={(event) => setSubject(event.target.value)}
      />
    </ActDialog>
  );
}

export function LinkDialog({ file, onAct, ...dialog }: FileDialogProps) {
  const { i18n } = useLingui();
  const [other, setOther] = useState<FileLine | null>(null);
  const [tried, setTried] = useState(false);
  const submit = () => {
    setTried(true);
    if (other) onAct({ kind: "link", fileId: other.id });
  };
  return (
    <ActDialog
      {...dialog}
      title={i18n._({ id: "file.link.title", message: "Link another file" })}
      effect={i18n._({
        id: "file.link.effect",
        message: "Each file then shows the other. Nobody sees a file through a link that he may not see.",
      })}
      action={i18n._({ id: "file.link.do", message: "Link" })}
      onSubmit={submit}
    >
      <FilePicker
        label={i18n._({ id: "file.link.file", message: "File" })}
        value={other}
        onChange={setOther}
        without={[file.id, ...file.links.map((link) => link.id)]}
        error={tried && !other ? i18n._({ id: "file.link.missing", message: "Choose a file" }) : undefined}
      />
    </ActDialog>
  );
}
