import { useLingui } from "@lingui/react";
import { useState } from "react";
import type { UpdateFile } from "@/api/schema";
import { ActDialog } from "@/office/ActDialog";
import { classificationLabel, priorityLabel } from "@/office/deskLabels";
import { CLASSIFICATIONS, type Classification, PRIORITIES, type Priority } from "@/office/labels";
import { BoundedArea } from "@/ui/Bounded";
import { DateField } from "@/ui/DateField";
import { Select } from "@/ui/Field";
import type { FileDialogProps } from "./dialogs";

/** Subject, urgency and secrecy. Secrecy can only rise: what was confidential once stays so. */
export function EditDialog({ file: current, onAct, ...dialog }: FileDialogProps) {
  const { i18n } = useLingui();
  // What is sent is what was changed here: what another window has saved meanwhile is not put back.
  const [file] = useState(current);
  const [subject, setSubject] = useState(file.subject);
  const [priority, setPriority] = useState<Priority>(file.priority);
  const [classification, setClassification] = useState<Classification>(file.classification);
  const [dueOn, setDueOn] = useState("");
  const [tried, setTried] = useState(false);
  const submit = () => {
    setTried(true);
    if (!subject.trim()) return;
    const body: UpdateFile = {
      ...(subject.trim() === file.subject ? {} : { subject: subject.trim() }),
      ...(priority === file.priority ? {} : { priority }),
      ...(classification === file.classification ? {} : { classification }),
      ...(dueOn ? { due_on: dueOn } : {}),
    };
    if (Object.keys(body).length === 0) return dialog.onClose();
    onAct({ kind: "edit", body });
  };
  return (
    <ActDialog
      {...dialog}
      title={i18n._({ id: "file.edit.title", message: "Change the particulars" })}
      action={i18n._({ id: "file.edit.do", message: "Save" })}
      onSubmit={submit}
    >
      <BoundedArea
        label={i18n._({ id: "paper.subject", message: "Subject" })}
        dir="auto"
        most={500}
        value={subject}
        onChange={(event) => setSubject(event.target.value)}
        error={
          tried && !subject.trim()
            ? i18n._({ id: "paper.subject.missing", message: "Give the subject" })
            : undefined
        }
      />
      <Select
        label={i18n._({ id: "paper.priority", message: "Priority" })}
        value={priority}
        onChange={(event) => setPriority(event.target.value as Priority)}
      >
        {PRIORITIES.map((key) => (
          <option key={key} value={key}>
            {priorityLabel(i18n, key)}
          </option>
        ))}
      </Select>
      <Select
        label={i18n._({ id: "paper.classification", message: "Classification" })}
        hint={i18n._({ id: "file.edit.classification", message: "It can be raised, not lowered." })}
        value={classification}
        onChange={(event) => setClassification(event.target.value as Classification)}
      >
        {CLASSIFICATIONS.slice(CLASSIFICATIONS.indexOf(file.classification)).map((key) => (
          <option key={key} value={key}>
            {classificationLabel(i18n, key)}
          </option>
        ))}
      </Select>
      <DateField
        label={i18n._({ id: "file.edit.due", message: "New due date" })}
        optional
        value={dueOn}
        onChange={(event) => setDueOn(event.target.value)}
      />
    </ActDialog>
  );
}
