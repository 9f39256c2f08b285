import { useLingui } from "@lingui/react";
import { useNavigate } from "@tanstack/react-router";
import { type ComponentType, useState } from "react";
import { useMay } from "@/api/me";
import type { Act, File } from "@/api/schema";
import { problemText } from "@/i18n/problems";
import { NotSigned, unlessNotSigned } from "@/office/signing/NotSigned";
import { preloadSigning, useSigning } from "@/office/signing/useSigning";
import { useAct } from "@/office/useAct";
import { Button } from "@/ui/Button";
import { confirm } from "@/ui/confirm";
import { Menu, type MenuEntry } from "@/ui/Menu";
import { PrintIcon } from "@/ui/paperIcons";
import { toast } from "@/ui/toast";
import { DONE } from "@/ui/unsaved";
import { AccessDialog } from "./AccessDialog";
import { actOnFile, type FileAct } from "./commands";
import {
  CloseDialog,
  type FileDialogProps,
  LinkDialog,
  ParkDialog,
  PartDialog,
  ReopenDialog,
  ReturnDialog,
} from "./dialogs";
import { EditDialog } from "./EditDialog";
import { LazyExport } from "./LazyExport";
import { useFileWords } from "./useFileWords";

type DialogKind = "return" | "park" | "close" | "reopen" | "part" | "link" | "edit";

const DIALOGS: Record<DialogKind, ComponentType<FileDialogProps>> = {
  return: ReturnDialog,
  park: ParkDialog,
  close: CloseDialog,
  reopen: ReopenDialog,
  part: PartDialog,
  link: LinkDialog,
  edit: EditDialog,
};

/** Acts that are signed. */
const SIGNED: ReadonlySet<DialogKind> = new Set(["return", "close"]);

/** Acts that open another file, to which the officer is taken. */
const OPENS_FILE: ReadonlySet<FileAct["kind"]> = new Set(["part", "volume"]);

/** Everything else that may be done with the file now; what may not be done is not shown. */
export function FileActs({ file }: { file: File }) {
  const { i18n } = useLingui();
  const navigate = useNavigate();
  const words = useFileWords();
  const [open, setOpen] = useState<DialogKind | null>(null);
  const [access, setAccess] = useState(false);
  const [exporting, setExporting] = useState(false);
  const mayExport = useMay("export_file");
  const { signed, signingDialog } = useSigning(file);
  const acting = useAct<FileAct, Act>({
    version: file.version,
    send: (act, attempt) =>
      actOnFile(file.id, act, attempt, (intent, signable) => signed({ intent }, signable)),
    onDone: (act, { kind }) => {
      setOpen(null);
      toast(words.done(kind, act.number));
      if (OPENS_FILE.has(kind)) void navigate({ to: "/files/$id", params: { id: act.id }, ...DONE });
    },
    onFailed: (error) => {
      if (!open && !(error instanceof NotSigned)) toast(problemText(error), "failed");
    },
  });
  const can = (permission: File["can"][number]) => file.can.includes(permission);
  const show = (dialog: DialogKind) => {
    acting.reset();
    setOpen(dialog);
    if (SIGNED.has(dialog)) preloadSigning();
  };
  const ask = async (act: FileAct, title: string, body: string, action: string) => {
    if (await confirm({ title, body, action })) acting.act(act);
  };

  const entries: (MenuEntry | false)[] = [
    can("edit") && entry("edit", words.menu.edit, () => show("edit")),
    can("link") && entry("link", words.menu.link, () => show("link")),
    can("part") && entry("part", words.menu.part, () => show("part")),
    can("merge") &&
      entry(
        "merge",
        words.menu.merge,
        () => void ask({ kind: "merge" }, words.menu.merge, words.mergeEffect, words.menu.merge),
      ),
    can("volume") &&
      entry(
        "volume",
        words.menu.volume,
        () => void ask({ kind: "volume" }, words.menu.volume, words.volumeEffect, words.menu.volume),
      ),
    can("close") && entry("close", words.menu.close, () => show("close")),
    can("reopen") && entry("reopen", words.menu.reopen, () => show("reopen")),
    ...file.links.map(
      (link) =>
        can("link") &&
        entry(`unlink-${link.id}`, words.unlink(link.number), () =>
          acting.act({ kind: "unlink", fileId: link.id }),
        ),
    ),
  ];
  entries.push(entry("access", words.menu.access, () => setAccess(true)));
  if (mayExport) entries.push(entry("export", words.menu.export, () => setExporting(true)));
  const shown = entries.filter((it): it is MenuEntry => it !== false);
  const Chosen = open && DIALOGS[open];
  return (
    <div className="no-print flex flex-wrap gap-1.5">
      {signingDialog}
      {can("pull_back") && (
        <Button tone="primary" pending={acting.isPending} onClick={() => acting.act({ kind: "pull_back" })}>
          {words.menu.pull_back}
        </Button>
      )}
      {can("resume") && (
        <Button tone="primary" pending={acting.isPending} onClick={() => acting.act({ kind: "resume" })}>
          {words.menu.resume}
        </Button>
      )}
      {can("return") && <Button onClick={() => show("return")}>{words.menu.return}</Button>}
      {can("park") && <Button onClick={() => show("park")}>{words.menu.park}</Button>}
      <Button icon={<PrintIcon />} onClick={() => window.print()}>
        <span className="max-sm:sr-only">{i18n._({ id: "file.print", message: "Print the notes" })}</span>
      </Button>
      {shown.length > 0 && <Menu label={i18n._({ id: "file.more", message: "More" })} entries={shown} />}
      {exporting && <LazyExport fileId={file.id} number={file.number} onClose={() => setExporting(false)} />}
      {access && <AccessDialog fileId={file.id} onClose={() => setAccess(false)} />}
      {Chosen && (
        <Chosen
          file={file}
          onAct={acting.act}
          onClose={() => setOpen(null)}
          pending={acting.isPending}
          error={unlessNotSigned(acting.error)}
          isOver={!can(open)}
        />
      )}
    </div>
  );
}

const entry = (id: string, label: string, onAction: () => void): MenuEntry => ({ id, label, onAction });
