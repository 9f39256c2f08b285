import { Trans, useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import type { Act, AmendmentKind, Communication, File } from "@/api/schema";
import { Num } from "@/i18n/format";
import { problemText } from "@/i18n/problems";
import { formLabel } from "@/office/draftWords";
import { NotSigned } from "@/office/signing/NotSigned";
import { preloadSigning } from "@/office/signing/useSigning";
import { lazily } from "@/ui/lazily";
import { useMoved } from "@/ui/Moved";
import { Tabs } from "@/ui/Tabs";
import { toast } from "@/ui/toast";
import { useIsWide } from "@/ui/useIsWide";
import { useTitle } from "@/ui/useTitle";
import { ApproveDialog, type DraftDialogProps, VetDialog, WithdrawDialog } from "./ActDialogs";
import { Banners } from "./Banners";
import { ConflictNotice, useConflict } from "./Conflict";
import type { DraftAct } from "./commands";
import { DraftActs, type DraftDialogKind } from "./DraftActs";
import { DraftFields } from "./DraftFields";
import { DraftHeader } from "./DraftHeader";
import { DraftPreview } from "./DraftPreview";
import { IssueDialog } from "./IssueDialog";
import { NewDraftDialog } from "./NewDraftDialog";
import { Names } from "./names";
import { Obstacles } from "./Obstacles";
import { remarksQuery, textsQuery } from "./queries";
import { RemarksPanel } from "./RemarksPanel";
import { SaveState } from "./SaveState";
import { SuggestDialog } from "./SuggestDialog";
import { TextsPanel } from "./TextsPanel";
import { useContentSaver } from "./useContentSaver";
import { useDoneWords } from "./useDoneWords";
import { useDraftAct } from "./useDraftAct";

const WhereItWent = lazily<{ draft: Communication }>(() => import("./WhereItWent").then((it) => it.default));

interface DraftingProps {
  draft: Communication;
  file: File;
}

const DIALOGS: Record<Exclude<DraftDialogKind, "suggest">, (props: DraftDialogProps) => ReactNode> = {
  vet: VetDialog,
  approve: ApproveDialog,
  issue: IssueDialog,
  withdraw: WithdrawDialog,
};

export function Drafting({ draft, file }: DraftingProps) {
  const { i18n } = useLingui();
  const isWide = useIsWide();
  const { saver, snapshot } = useContentSaver(draft);
  const [names] = useState(() => new Names());
  names.learn(draft.names);
  const [changing, setChanging] = useState(false);
  const [open, setOpen] = useState<DraftDialogKind | null>(null);
  const [amending, setAmending] = useState<AmendmentKind | null>(null);
  const [remark, setRemark] = useState("");
  const [tab, setTab] = useState("draft");
  const conflict = useConflict(saver, snapshot);
  const doneWords = useDoneWords();
  const done = (act: DraftAct, result: Act) => {
    setOpen(null);
    toast(doneWords(act, result));
    if (result.warnings.includes("no_time_stamp")) {
      const words = i18n._({
        id: "draft.done.noTimeStamp",
        message:
          "The authority that confirms the time of signatures does not answer. The document is valid all the same.",
      });
      toast(words, "failed");
    }
  };
  const acting = useDraftAct({
    id: draft.id,
    file,
    saver,
    onDone: done,
    onFailed: (error) => {
      if (!open && !(error instanceof NotSigned)) toast(problemText(error), "failed");
    },
  });
  const commenting = useDraftAct({
    id: draft.id,
    file,
    saver,
    onDone: (act, result) => {
      setRemark("");
      done(act, result);
    },
  });
  const deciding = useDraftAct({ id: draft.id, file, saver, onDone: done });
  const subject = snapshot.content.subject.en || snapshot.content.subject.ur;
  useTitle(subject || formLabel(i18n, snapshot.content.form));

  const isApproved = draft.state === "approved";
  // What was issued stands in the correspondence: it is not shown as a draft.
  const isIssued = draft.state === "issued";
  const beside = isIssued ? "where" : "remarks";
  const chosen = isIssued && tab === "preview" ? "draft" : tab;
  // Once it is changed, it is no longer approved; the next approval is guarded anew.
  useEffect(() => {
    if (!isApproved) setChanging(false);
  }, [isApproved]);
  const canRevise = draft.can.includes("revise");
  const readOnly = !canRevise || (isApproved && !changing);
  const show = async (dialog: DraftDialogKind) => {
    acting.reset();
    if (dialog === "approve" || dialog === "issue") preloadSigning();
    await saver.flush();
    setOpen(dialog);
  };

  const { kept, place: form } = useMoved(
    <section
      aria-label={i18n._({ id: "draft.tab", message: "Draft" })}
      className="flex min-w-0 flex-col gap-4"
    >
      <Obstacles obstacles={draft.obstacles} content={snapshot.content} names={names} />
      <DraftFields
        draft={draft}
        file={file}
        content={snapshot.content}
        names={names}
        onLearn={(named) => names.learn(named)}
        onChange={(change) => saver.edit(change)}
        readOnly={readOnly}
      />
      {/* Nothing is being written in an approved draft, so there is nothing to be told about. */}
      {canRevise && !(readOnly && snapshot.status === "saved") && (
        <div
          data-foot
          className="no-print sticky bottom-0 z-10 rounded-t-md border border-line bg-surface px-3 py-1 max-sm:bottom-14 max-sm:lang-ur:bottom-16"
        >
          <SaveState snapshot={snapshot} />
        </div>
      )}
    </section>,
  );
  const panels = [
    ...(isIssued
      ? [
          {
            id: "where",
            label: <Trans id="dispatch.where" message="Where it went" />,
            content: <WhereItWent draft={draft} />,
          },
        ]
      : []),
    {
      id: "remarks",
      label: <Counted query="remarks" id={draft.id} label={<Trans id="draft.remarks" message="Remarks" />} />,
      content: (
        <RemarksPanel
          draft={draft}
          saver={saver}
          commenting={commenting}
          deciding={deciding}
          remark={remark}
          onRemark={setRemark}
          onSuggest={() => void show("suggest")}
        />
      ),
    },
    {
      id: "texts",
      label: <Counted query="texts" id={draft.id} label={<Trans id="draft.texts" message="Texts" />} />,
      content: <TextsPanel draft={draft} />,
    },
    ...(isIssued
      ? []
      : [
          {
            id: "preview",
            label: <Trans id="draft.preview" message="Preview" />,
            content: tab === "preview" && <DraftPreview id={draft.id} version={snapshot.version} />,
          },
        ]),
  ];
  const label = i18n._({ id: "draft.panels", message: "Sides of the draft" });
  const Chosen = open && open !== "suggest" && DIALOGS[open];
  const dialog = { acting, onClose: () => setOpen(null) };
  return (
    <div className="flex flex-col gap-4">
      {kept}
      {acting.signingDialog}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <DraftHeader draft={draft} file={file} snapshot={snapshot} />
        <DraftActs draft={draft} file={file} onShow={(kind) => void show(kind)} onAmend={setAmending} />
      </div>
      <Banners
        draft={draft}
        isLocked={isApproved && canRevise && !changing}
        isChanging={isApproved && changing}
        onUnlock={() => setChanging(true)}
      />
      <ConflictNotice conflict={conflict} draft={draft} snapshot={snapshot} names={names} />
      {isWide ? (
        <div className="grid grid-cols-[minmax(0,5fr)_minmax(0,3fr)] items-start gap-6">
          {form}
          <aside aria-label={label} className="sticky top-2 max-h-[calc(100dvh-1rem)] overflow-auto pe-1">
            <Tabs
              label={label}
              tabs={panels}
              selected={chosen === "draft" ? beside : chosen}
              onSelect={setTab}
            />
          </aside>
        </div>
      ) : (
        <Tabs
          keep
          label={label}
          selected={chosen}
          onSelect={setTab}
          tabs={[{ id: "draft", label: <Trans id="draft.tab" message="Draft" />, content: form }, ...panels]}
        />
      )}
      {Chosen && <Chosen {...dialog} draft={draft} snapshot={snapshot} isOver={!draft.can.includes(open)} />}
      {amending && (
        <NewDraftDialog file={file} amending={{ draft, how: amending }} onClose={() => setAmending(null)} />
      )}
      {open === "suggest" && (
        <SuggestDialog {...dialog} id={draft.id} isOver={!draft.can.includes("remark")} />
      )}
    </div>
  );
}

interface CountedProps {
  query: "remarks" | "texts";
  id: string;
  label: ReactNode;
}

/** A tab's name, with how much is behind it. */
function Counted({ query, id, label }: CountedProps) {
  const remarks = useQuery({ ...remarksQuery(id), enabled: query === "remarks" });
  const texts = useQuery({ ...textsQuery(id), enabled: query === "texts" });
  const count = (query === "remarks" ? remarks.data : texts.data)?.length;
  return (
    <>
      {label}
      {count ? <Num className="ms-1.5 rounded-full bg-sunken px-1.5 text-[0.85em]">{count}</Num> : null}
    </>
  );
}
