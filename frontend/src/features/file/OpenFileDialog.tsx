import { useLingui } from "@lingui/react";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { api } from "@/api/client";
import { useActingCharge } from "@/api/me";
import { isProblem } from "@/api/problem";
import type { Act, Head, OpenFile, Person } from "@/api/schema";
import { Num, titleOf, today } from "@/i18n/format";
import { ConcernsField } from "@/office/ConcernsField";
import { classificationLabel, priorityLabel } from "@/office/deskLabels";
import { CLASSIFICATIONS, type Classification, PRIORITIES, type Priority } from "@/office/labels";
import { useAct } from "@/office/useAct";
import { BoundedArea } from "@/ui/Bounded";
import { Button } from "@/ui/Button";
import { DateField } from "@/ui/DateField";
import { Dialog } from "@/ui/Dialog";
import { ErrorNotice, ErrorSummary, type SummaryEntry } from "@/ui/errors";
import { Select } from "@/ui/Field";
import { toast } from "@/ui/toast";
import { DONE } from "@/ui/unsaved";
import { openFile } from "./commands";
import { SimilarFiles } from "./SimilarFiles";

interface Entry {
  head: string;
  subHead: string;
  subject: string;
  classification: Classification;
  priority: Priority;
  dueOn: string;
}

interface OpenFileDialogProps {
  /** The receipt for which the file is opened; it is docketed at once. */
  receiptId: string | null;
  onClose: () => void;
}

/** Opens a file in the section of the acting post, numbered by the section's own scheme. */
export function OpenFileDialog({ receiptId, onClose }: OpenFileDialogProps) {
  const { i18n } = useLingui();
  const navigate = useNavigate();
  const unitId = useActingCharge()?.post.unit.id ?? "";
  const heads = api.useQuery("get", "/api/v1/units/{id}/heads", { params: { path: { id: unitId } } });
  const receipt = api.useQuery(
    "get",
    "/api/v1/receipts/{id}",
    { params: { path: { id: receiptId ?? "" } } },
    { enabled: receiptId !== null },
  );
  const [changed, setChanged] = useState<Partial<Entry>>({});
  const [concerns, setConcerns] = useState<Person | null>(null);
  const [tried, setTried] = useState(false);
  // A receipt lends the new file its subject and urgency, until the officer writes otherwise.
  const entry: Entry = {
    head: "",
    subHead: "",
    subject: receipt.data?.subject ?? "",
    classification: receipt.data?.classification ?? "unclassified",
    priority: receipt.data?.priority ?? "routine",
    dueOn: receipt.data?.due_on ?? "",
    ...changed,
  };
  // The file takes the place of this form in the history: going back does not bring an empty form.
  const opening = useAct<OpenFile, Act>({
    send: openFile,
    onDone: ({ id, number }) => {
      toast(
        i18n._({
          id: "file.open.done",
          message: "File {number} is open.",
          values: { number: `\u2066${number ?? ""}\u2069` },
        }),
      );
      void navigate({ to: "/files/$id", params: { id }, replace: true, ...DONE });
    },
    onEarlier: ({ id, number }) => {
      toast(
        i18n._({
          id: "file.open.earlier",
          message:
            "File {number} was already open by your first attempt, as the form stood then. What you changed since is not in it: change its particulars here.",
          values: { number: `\u2066${number ?? ""}\u2069` },
        }),
        "failed",
      );
      void navigate({ to: "/files/$id", params: { id }, replace: true, ...DONE });
    },
  });
  const change = (part: Partial<Entry>) => setChanged((old) => ({ ...old, ...part }));
  const open = (heads.data?.items ?? []).filter((head) => !head.closed_at);
  const missing = {
    head: !entry.head && i18n._({ id: "file.open.head_missing", message: "Choose the head" }),
    subject: !entry.subject.trim() && i18n._({ id: "paper.subject.missing", message: "Give the subject" }),
  };
  const wrong = tried ? errorsOf(missing, opening.error) : {};

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (missing.head || missing.subject) return;
    opening.act({
      head_id: entry.head,
      ...(entry.subHead && { sub_head_id: entry.subHead }),
      subject: entry.subject.trim(),
      classification: entry.classification,
      priority: entry.priority,
      ...(entry.dueOn && { due_on: entry.dueOn }),
      ...(concerns && { concerns_person_id: concerns.id }),
      ...(receiptId && { receipt_id: receiptId }),
    });
  };
  return (
    <Dialog open wide onClose={onClose} title={i18n._({ id: "file.open", message: "Open a file" })}>
      <form onSubmit={submit} className="flex flex-col gap-3" noValidate>
        {tried && <ErrorSummary entries={summaryOf(wrong)} />}
        {opening.error && !isProblem(opening.error, "validation") && Object.keys(wrong).length === 0 && (
          <ErrorNotice error={opening.error} />
        )}
        {heads.error && <ErrorNotice error={heads.error} onRetry={() => void heads.refetch()} />}
        {receipt.data && (
          <p className="rounded-md bg-accent-soft px-3 py-2">
            {i18n._({ id: "file.open.receipt", message: "This receipt will be its first paper:" })}{" "}
            <Num>{receipt.data.diary_number}</Num>
          </p>
        )}
        <HeadFields heads={open} entry={entry} onChange={change} error={wrong.head} />
        <BoundedArea
          id="open-subject"
          label={i18n._({ id: "paper.subject", message: "Subject" })}
          dir="auto"
          rows={2}
          most={500}
          value={entry.subject}
          onChange={(event) => change({ subject: event.target.value })}
          error={wrong.subject}
        />
        <SimilarFiles subject={entry.subject} />
        <Particulars entry={entry} onChange={change} dueError={wrong.due_on} />
        <ConcernsField value={concerns} onChange={setConcerns} />
        <div className="flex flex-wrap gap-2 pt-1">
          <Button type="submit" tone="primary" pending={opening.isPending}>
            {i18n._({ id: "file.open.do", message: "Open the file" })}
          </Button>
          <Button onClick={onClose}>{i18n._({ id: "paper.cancel", message: "Cancel" })}</Button>
        </div>
      </form>
    </Dialog>
  );
}

interface PartProps {
  entry: Entry;
  onChange: (part: Partial<Entry>) => void;
}

function HeadFields({
  heads,
  entry,
  onChange,
  error,
}: PartProps & { heads: Head[]; error: string | undefined }) {
  const { i18n } = useLingui();
  const mains = heads.filter((head) => !head.parent_id);
  const subs = heads.filter((head) => head.parent_id === entry.head);
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Select
        id="open-head"
        label={i18n._({ id: "file.head", message: "Head" })}
        value={entry.head}
        onChange={(event) => onChange({ head: event.target.value, subHead: "" })}
        error={error}
      >
        <option value="">{i18n._({ id: "file.open.choose", message: "Choose" })}</option>
        {mains.map((head) => (
          <option key={head.id} value={head.id}>
            {headName(head)}
          </option>
        ))}
      </Select>
      {subs.length > 0 && (
        <Select
          label={i18n._({ id: "file.sub_head", message: "Sub-head" })}
          optional
          value={entry.subHead}
          onChange={(event) => onChange({ subHead: event.target.value })}
        >
          <option value="">{i18n._({ id: "file.open.no_sub_head", message: "None" })}</option>
          {subs.map((head) => (
            <option key={head.id} value={head.id}>
              {headName(head)}
            </option>
          ))}
        </Select>
      )}
    </div>
  );
}

const headName = (head: Head) => `\u2066${head.code}\u2069 · ${titleOf(head)}`;

function Particulars({ entry, onChange, dueError }: PartProps & { dueError: string | undefined }) {
  const { i18n } = useLingui();
  return (
    <div className="grid gap-3 sm:grid-cols-3">
      <Select
        label={i18n._({ id: "paper.classification", message: "Classification" })}
        value={entry.classification}
        onChange={(event) => onChange({ classification: event.target.value as Classification })}
      >
        {CLASSIFICATIONS.map((key) => (
          <option key={key} value={key}>
            {classificationLabel(i18n, key)}
          </option>
        ))}
      </Select>
      <Select
        label={i18n._({ id: "paper.priority", message: "Priority" })}
        value={entry.priority}
        onChange={(event) => onChange({ priority: event.target.value as Priority })}
      >
        {PRIORITIES.map((key) => (
          <option key={key} value={key}>
            {priorityLabel(i18n, key)}
          </option>
        ))}
      </Select>
      <DateField
        id="open-due_on"
        label={i18n._({ id: "paper.due_on", message: "Due on" })}
        optional
        min={today()}
        value={entry.dueOn}
        onChange={(event) => onChange({ dueOn: event.target.value })}
        error={dueError}
      />
    </div>
  );
}

type Wrong = { head?: string; subject?: string; due_on?: string };

/** What is wrong, by the form's own look first, then by the server's. */
function errorsOf(missing: { head: string | false; subject: string | false }, error: unknown): Wrong {
  const wrong: Wrong = {};
  if (isProblem(error)) {
    for (const { pointer, message } of error.fields) {
      if (pointer === "/head_id" || pointer === "/sub_head_id") wrong.head = message;
      if (pointer === "/subject") wrong.subject = message;
      if (pointer === "/due_on") wrong.due_on = message;
    }
  }
  if (missing.head) wrong.head = missing.head;
  if (missing.subject) wrong.subject = missing.subject;
  return wrong;
}

function summaryOf(wrong: Wrong): SummaryEntry[] {
  return Object.entries(wrong).map(([name, text]) => ({ target: `open-${name}`, text }));
}
