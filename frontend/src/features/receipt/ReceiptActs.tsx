import type { I18n } from "@lingui/core";
import { useLingui } from "@lingui/react";
import { type ComponentType, useState } from "react";
import type { Receipt } from "@/api/schema";
import { problemText } from "@/i18n/problems";
import { useAct } from "@/office/useAct";
import { Button } from "@/ui/Button";
import { toast } from "@/ui/toast";
import { CorrectDialog } from "./CorrectDialog";
import { actOnReceipt, type ReceiptAct } from "./commands";
import {
  DisposeDialog,
  FileDialog,
  MarkDialog,
  type ReceiptDialogProps,
  ReopenDialog,
  ReturnDialog,
} from "./dialogs";

/** Acts that need no further word. */
type PlainKind = "accept" | "seen";
type DialogKind = Exclude<ReceiptAct["kind"], PlainKind>;

const DIALOGS: Record<DialogKind, ComponentType<ReceiptDialogProps>> = {
  correct: CorrectDialog,
  mark: MarkDialog,
  return: ReturnDialog,
  file: FileDialog,
  dispose: DisposeDialog,
  reopen: ReopenDialog,
};

/** In the order in which an officer would do them; the first that is allowed stands out. */
const ORDER: ReceiptAct["kind"][] = [
  "accept",
  "file",
  "mark",
  "return",
  "seen",
  "dispose",
  "reopen",
  "correct",
];

/** What may be done with the receipt now; what may not be done is not shown. */
export function ReceiptActs({ receipt }: { receipt: Receipt }) {
  const { i18n } = useLingui();
  const [open, setOpen] = useState<DialogKind | null>(null);
  const acting = useAct<ReceiptAct, unknown>({
    version: receipt.version,
    send: (act, attempt) => actOnReceipt(receipt.id, act, attempt),
    onDone: (_, { kind }) => {
      setOpen(null);
      toast(doneWords(i18n, kind));
    },
    onFailed: (error) => {
      if (!open) toast(problemText(error), "failed");
    },
  });
  const allowed = ORDER.filter((kind) => receipt.can.includes(kind));
  const Chosen = open && DIALOGS[open];
  const start = (kind: ReceiptAct["kind"]) => {
    acting.reset();
    if (kind === "accept" || kind === "seen") acting.act({ kind });
    else setOpen(kind);
  };
  return (
    <div className="no-print flex flex-wrap gap-1.5">
      {allowed.map((kind, index) => (
        <Button
          key={kind}
          tone={index === 0 ? "primary" : "plain"}
          pending={(kind === "accept" || kind === "seen") && acting.isPending}
          onClick={() => start(kind)}
        >
          {actWords(i18n, kind)}
        </Button>
      ))}
      {Chosen && (
        <Chosen
          receipt={receipt}
          onAct={acting.act}
          onClose={() => setOpen(null)}
          pending={acting.isPending}
          error={acting.error}
          isOver={!receipt.can.includes(open)}
        />
      )}
    </div>
  );
}

function actWords(i18n: I18n, kind: ReceiptAct["kind"]): string {
  const words: Record<ReceiptAct["kind"], string> = {
    accept: i18n._({ id: "receipt.act.accept", message: "Accept" }),
    file: i18n._({ id: "receipt.act.file", message: "Put on file" }),
    mark: i18n._({ id: "receipt.act.mark", message: "Mark" }),
    return: i18n._({ id: "receipt.act.return", message: "Return" }),
    dispose: i18n._({ id: "receipt.act.dispose", message: "Dispose of" }),
    reopen: i18n._({ id: "receipt.act.reopen", message: "Reopen" }),
    seen: i18n._({ id: "receipt.act.seen", message: "Seen" }),
    correct: i18n._({ id: "receipt.act.correct", message: "Correct" }),
  };
  return words[kind];
}

function doneWords(i18n: I18n, kind: ReceiptAct["kind"]): string {
  const words: Record<ReceiptAct["kind"], string> = {
    accept: i18n._({ id: "receipt.done.accept", message: "The paper is accepted." }),
    file: i18n._({ id: "receipt.done.file", message: "The paper is on the file." }),
    mark: i18n._({ id: "receipt.done.mark", message: "The paper is marked." }),
    return: i18n._({ id: "receipt.done.return", message: "The paper was returned." }),
    dispose: i18n._({ id: "receipt.done.dispose", message: "The paper is disposed of." }),
    reopen: i18n._({ id: "receipt.done.reopen", message: "The paper is open again." }),
    seen: i18n._({ id: "receipt.done.seen", message: "The copy is off your desk." }),
    correct: i18n._({ id: "receipt.done.correct", message: "The correction was saved." }),
  };
  return words[kind];
}
