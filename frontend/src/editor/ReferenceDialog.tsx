import { useLingui } from "@lingui/react";
import { type FormEvent, useState } from "react";
import type { FileLine } from "@/api/schema";
import { FilePicker } from "@/office/FilePicker";
import { placeText } from "@/office/places";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { Select, TextField } from "@/ui/Field";
import type { Reference, ReferenceTarget } from "./types";

interface ReferenceDialogProps {
  lastPage: number;
  lastParagraph: number;
  hasSelection: boolean;
  onCite: (reference: Reference, text: string) => void;
  onClose: () => void;
}

type Kind = ReferenceTarget["kind"];

interface Place {
  target: ReferenceTarget;
  text: string;
}

/** Chooses the place that a flag points to. */
export function ReferenceDialog({
  lastPage,
  lastParagraph,
  hasSelection,
  onCite,
  onClose,
}: ReferenceDialogProps) {
  const { i18n } = useLingui();
  const [kind, setKind] = useState<Kind>(lastPage > 0 ? "page" : "rule");
  const [number, setNumber] = useState("");
  const [rule, setRule] = useState("");
  const [file, setFile] = useState<FileLine | null>(null);
  const [flag, setFlag] = useState("");
  const [tried, setTried] = useState(false);
  const last = kind === "page" ? lastPage : lastParagraph;
  const place = placeOf(kind, Number(number), last, rule, file);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    setTried(true);
    if (!place) return;
    const name = flag.trim();
    onCite(name ? { flag: name, target: place.target } : { target: place.target }, place.text);
  };
  const missing = tried && !place;
  return (
    <Dialog open onClose={onClose} title={i18n._({ id: "note.cite.title", message: "Flag a place" })}>
      <form onSubmit={submit} className="flex flex-col gap-3" noValidate>
        <Select
          label={i18n._({ id: "note.cite.kind", message: "What the flag points to" })}
          value={kind}
          onChange={(event) => setKind(event.target.value as Kind)}
        >
          {lastPage > 0 && (
            <option value="page">
              {i18n._({ id: "note.cite.page", message: "A page of the correspondence" })}
            </option>
          )}
          {lastParagraph > 0 && (
            <option value="paragraph">
              {i18n._({ id: "note.cite.paragraph", message: "A paragraph of the notes" })}
            </option>
          )}
          <option value="file">{i18n._({ id: "note.cite.file", message: "Another file" })}</option>
          <option value="rule">{i18n._({ id: "note.cite.rule", message: "A law or rule" })}</option>
        </Select>
        {(kind === "page" || kind === "paragraph") && (
          <TextField
            label={i18n._({
              id: "note.cite.number",
              message: "Number, from 1 to {last}",
              values: { last },
            })}
            inputMode="numeric"
            dir="ltr"
            autoFocus
            value={number}
            onChange={(event) => setNumber(event.target.value)}
            error={
              missing
                ? i18n._({ id: "note.cite.number_wrong", message: "Give a number that is on this file" })
                : undefined
            }
          />
        )}
        {kind === "file" && (
          <FilePicker
            label={i18n._({ id: "note.cite.file_label", message: "File" })}
            value={file}
            onChange={setFile}
            error={missing ? i18n._({ id: "note.cite.file_missing", message: "Choose a file" }) : undefined}
          />
        )}
        {kind === "rule" && (
          <TextField
            label={i18n._({ id: "note.cite.rule_label", message: "Law or rule, with its section" })}
            dir="auto"
            autoFocus
            maxLength={200}
            value={rule}
            onChange={(event) => setRule(event.target.value)}
            error={
              missing ? i18n._({ id: "note.cite.rule_missing", message: "Name the law or rule" }) : undefined
            }
          />
        )}
        <TextField
          label={i18n._({ id: "note.cite.flag", message: "Flag, such as A" })}
          optional
          dir="auto"
          maxLength={12}
          value={flag}
          onChange={(event) => setFlag(event.target.value)}
        />
        <div className="flex gap-2 pt-1">
          <Button type="submit" tone="primary">
            {hasSelection
              ? i18n._({ id: "note.cite.link", message: "Link the selected words" })
              : i18n._({ id: "note.cite.insert", message: "Write it here" })}
          </Button>
          <Button onClick={onClose}>{i18n._({ id: "paper.cancel", message: "Cancel" })}</Button>
        </div>
      </form>
    </Dialog>
  );
}

function placeOf(
  kind: Kind,
  number: number,
  last: number,
  rule: string,
  file: FileLine | null,
): Place | null {
  switch (kind) {
    case "page":
    case "paragraph": {
      if (!Number.isInteger(number) || number < 1 || number > last) return null;
      const target = kind === "page" ? { kind, page: number } : { kind, paragraph: number };
      return { target, text: placeText(target) };
    }
    case "file":
      return file ? { target: { kind, file_id: file.id }, text: file.number } : null;
    case "rule": {
      const text = rule.trim();
      return text ? { target: { kind, text }, text } : null;
    }
  }
}
