import { useLingui } from "@lingui/react";
import { type FormEvent, useState } from "react";
import { Button } from "@/ui/Button";
import { Checkbox } from "@/ui/Checkbox";
import { Dialog } from "@/ui/Dialog";
import { TextField } from "@/ui/Field";
import { MOST_COLUMNS } from "./text";

/** More rows are added as they are written. */
const MOST_NEW_ROWS = 50;

interface TableDialogProps {
  onMake: (rows: number, columns: number, header: boolean) => void;
  onClose: () => void;
}

export function TableDialog({ onMake, onClose }: TableDialogProps) {
  const { i18n } = useLingui();
  const [rows, setRows] = useState("3");
  const [columns, setColumns] = useState("3");
  const [header, setHeader] = useState(true);
  const [isTried, setTried] = useState(false);
  const wrong = (value: string, most: number) =>
    isTried && !isWithin(value, most)
      ? i18n._({ id: "letter.table.wrong", message: "Give a number from 1 to {most}", values: { most } })
      : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // A dialog stands within the page's own form.
    event.stopPropagation();
    setTried(true);
    if (isWithin(rows, MOST_NEW_ROWS) && isWithin(columns, MOST_COLUMNS)) {
      onMake(Number(rows), Number(columns), header);
    }
  };
  return (
    <Dialog open onClose={onClose} title={i18n._({ id: "letter.table.title", message: "New table" })}>
      <form onSubmit={submit} className="flex flex-col gap-3" noValidate>
        <TextField
          label={i18n._({ id: "letter.table.rows", message: "Rows" })}
          inputMode="numeric"
          dir="ltr"
          autoFocus
          value={rows}
          onChange={(event) => setRows(event.target.value)}
          error={wrong(rows, MOST_NEW_ROWS)}
        />
        <TextField
          label={i18n._({ id: "letter.table.columns", message: "Columns" })}
          inputMode="numeric"
          dir="ltr"
          value={columns}
          onChange={(event) => setColumns(event.target.value)}
          error={wrong(columns, MOST_COLUMNS)}
        />
        <Checkbox
          label={i18n._({ id: "letter.editor.table_header", message: "The first row names the columns" })}
          checked={header}
          onChange={(event) => setHeader(event.target.checked)}
        />
        <div className="flex gap-2 pt-1">
          <Button type="submit" tone="primary">
            {i18n._({ id: "letter.table.make", message: "Insert the table" })}
          </Button>
          <Button onClick={onClose}>{i18n._({ id: "paper.cancel", message: "Cancel" })}</Button>
        </div>
      </form>
    </Dialog>
  );
}

function isWithin(value: string, most: number): boolean {
  const number = Number(value);
  return Number.isInteger(number) && number >= 1 && number <= most;
}
