import { Trans, useLingui } from "@lingui/react";
import { type ReactNode, type Ref, useEffect, useImperativeHandle, useRef, useState } from "react";
import type { File, MeCharge } from "@/api/schema";
import { isEmptyBody, plainText } from "@/editor/body";
import { nameOf, Time } from "@/i18n/format";
import { ActError } from "@/office/ActError";
import { Button } from "@/ui/Button";
import { confirm } from "@/ui/confirm";
import { ErrorNotice } from "@/ui/errors";
import { CloseIcon } from "@/ui/icons";
import { NotesIcon, SendIcon } from "@/ui/paperIcons";
import { DraftText } from "./DraftText";
import { DraftFailure } from "./draftSaver";
import { NoteField } from "./NoteField";
import { Overtaken } from "./Overtaken";
import { type ComposerHandle, useCiting } from "./useCiting";
import { type Draft, useDraft } from "./useDraft";
import { usePutUp } from "./usePutUp";

interface AssistantComposerProps {
  file: File;
  /** Under which the reader assists. */
  charge: MeCharge;
  ref?: Ref<ComposerHandle>;
}

/** The foot of the notes for whoever assists: he drafts and puts up, and sees what became of it. */
export function AssistantComposer({ file, charge, ref }: AssistantComposerProps) {
  const canDraft = file.can.includes("put_up");
  const draft = useDraft(file.id, true);
  const { putUpAt, answer, putting } = usePutUp(file.id, charge.post.id, draft);
  const [chosen, setChosen] = useState<"write" | "closed" | null>(null);
  const { editor, cite, focusNext } = useCiting();
  const [isJustUp, setJustUp] = useState(false);
  const { snapshot } = draft;
  const hasText = !isEmptyBody(snapshot.body);
  // What happens elsewhere does not close the text under the hands of whoever is writing it.
  const isTyping = hasText && snapshot.status === "waiting";
  useEffect(() => {
    if (isTyping) setChosen("write");
  }, [isTyping]);
  useImperativeHandle(ref, () => ({
    citePage(page) {
      setChosen("write");
      cite(page);
    },
  }));

  if (draft.error) return <ErrorNotice error={draft.error} />;
  const standing = putUpAt ? (
    <PutUpTo charge={charge} at={putUpAt} />
  ) : (
    answer && <Answered by={nameOf(answer.author.person)} at={answer.submitted_at} />
  );
  if (!canDraft) {
    if (!hasText) return null;
    if (snapshot.status !== "saved") return <NotKept text={plainText(snapshot.body)} />;
    return (
      <Kept draft={draft}>
        {answer ? (
          standing
        ) : (
          <Trans
            id="delegation.gone"
            message="The file is not on this desk now, so nothing can be drafted on it. Your draft is kept, and can be put up when the file is back."
          />
        )}
      </Kept>
    );
  }
  const open = () => {
    putting.reset();
    focusNext();
    setChosen("write");
  };
  const change = (
    <Button icon={<NotesIcon />} onClick={open}>
      <Trans id="delegation.change" message="Write on" />
    </Button>
  );
  if (chosen !== "write" && standing) {
    return (
      <Kept draft={draft} actions={change} takesFocus={isJustUp}>
        {standing}{" "}
        {putUpAt && (
          <Trans
            id="delegation.putUp.change"
            message="Whoever writes on takes it back, until it is put up again."
          />
        )}
      </Kept>
    );
  }
  if (chosen === "closed" || (chosen === null && !hasText)) {
    return (
      <Button tone="primary" icon={<NotesIcon />} className="no-print" onClick={open}>
        {hasText ? (
          <Trans id="delegation.draft.goOn" message="Go on with the draft" />
        ) : (
          <Trans id="delegation.draft.write" message="Draft a note" />
        )}
      </Button>
    );
  }
  return (
    <Writing
      charge={charge}
      draft={draft}
      putting={putting}
      onClose={() => setChosen("closed")}
      onDone={() => {
        setJustUp(true);
        setChosen(null);
      }}
    >
      <NoteField
        file={file}
        draft={draft}
        editor={editor}
        pending={putting.isPending}
        perhapsSigned={false}
        saved={standing && <Status>{standing}</Status>}
      />
    </Writing>
  );
}

const Status = ({ children }: { children: ReactNode }) => (
  <p role="status" className="text-sm text-muted">
    {children}
  </p>
);

function PutUpTo({ charge, at }: { charge: MeCharge; at: string }) {
  return (
    <Trans
      id="delegation.putUp.at"
      message="Put up to {officer}, {time}; not answered yet."
      values={{ officer: charge.assists && <bdi>{nameOf(charge.assists)}</bdi>, time: <Time at={at} /> }}
    />
  );
}

/** The officer has signed: what he took over stands in his note, and the draft is the assistant's own again. */
function Answered({ by, at }: { by: string; at: string }) {
  return (
    <Trans
      id="delegation.answered"
      message="{officer} has signed a note since, {time}: what it takes from your draft stands in the notes above. The draft itself is yours again."
      values={{ officer: <bdi>{by}</bdi>, time: <Time at={at} /> }}
    />
  );
}

function NotKept({ text }: { text: string }) {
  return <Overtaken error={null} text={text} draftKept={false} onRepeat={null} pending={false} />;
}

interface KeptProps {
  draft: Draft;
  /** What became of it. */
  children: ReactNode;
  actions?: ReactNode;
  /** The button that was pressed is no longer there. */
  takesFocus?: boolean;
}

/** A draft that is not being written: how it stands, and its text. */
function Kept({ draft, children, actions, takesFocus = false }: KeptProps) {
  const { i18n } = useLingui();
  const label = i18n._({ id: "delegation.draft", message: "Your draft" });
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus) box.current?.focus();
  }, [takesFocus]);
  const throwAway = async () => {
    const yes = await confirm({
      title: i18n._({ id: "delegation.discard.ask", message: "Throw this draft away?" }),
      body: i18n._({ id: "delegation.discard.effect", message: "Its text is then nowhere any more." }),
      action: i18n._({ id: "delegation.discard", message: "Throw it away" }),
      danger: true,
    });
    if (!yes) return;
    draft.saver?.edit({ paragraphs: [] });
    await draft.saver?.flush();
  };
  return (
    <div
      ref={box}
      tabIndex={-1}
      className="no-print flex flex-col gap-2.5 rounded-md border border-draft-line bg-surface p-3 outline-none"
    >
      <p role="status">{children}</p>
      <DraftText body={draft.snapshot.body} label={label} />
      <div className="flex flex-wrap gap-2">
        {actions}
        <Button tone="quiet" onClick={() => void throwAway()}>
          <Trans id="delegation.discard" message="Throw it away" />
        </Button>
      </div>
    </div>
  );
}

interface WritingProps {
  charge: MeCharge;
  draft: Draft;
  putting: ReturnType<typeof usePutUp>["putting"];
  onClose: () => void;
  onDone: () => void;
  children: ReactNode;
}

function Writing({ charge, draft, putting, onClose, onDone, children }: WritingProps) {
  const { i18n } = useLingui();
  const [tried, setTried] = useState(false);
  const isEmpty = isEmptyBody(draft.snapshot.body);
  const twoTexts = draft.snapshot.status === "conflict";
  const submit = () => {
    setTried(true);
    if (!isEmpty && !twoTexts) putting.mutate(undefined, { onSuccess: onDone });
  };
  return (
    <section
      aria-label={i18n._({ id: "delegation.draft", message: "Your draft" })}
      className="no-print flex flex-col gap-2.5 rounded-md border border-draft-line bg-surface p-3"
    >
      <div className="flex items-center justify-between gap-2">
        <h2 className="font-medium">
          <Trans id="delegation.draft.what" message="Your draft: nothing of it is signed or sent" />
        </h2>
        <Button tone="quiet" className="shrink-0" icon={<CloseIcon />} onClick={onClose}>
          <Trans id="note.compose.later" message="Later" />
        </Button>
      </div>
      {children}
      {tried && (isEmpty || twoTexts) && (
        <p role="alert" className="text-sm text-red">
          {isEmpty ? (
            <Trans id="delegation.draft.empty" message="The draft is empty. Write something first." />
          ) : (
            <Trans id="note.conflict.first" message="Choose which text stays before you submit." />
          )}
        </p>
      )}
      {/* Of a draft with two texts its own notice tells. */}
      <ActError error={putting.error instanceof DraftFailure ? null : putting.error} draftKept />
      <div
        data-foot
        className="sticky bottom-0 z-10 -mx-3 -mb-3 rounded-b-md border-t border-line bg-surface px-3 py-2 max-sm:bottom-14 max-sm:lang-ur:bottom-16 lg:-bottom-2.5"
      >
        <Button tone="primary" icon={<SendIcon />} pending={putting.isPending} onClick={submit}>
          <span>
            <Trans
              id="delegation.putUp"
              message="Put up to {officer}"
              values={{ officer: charge.assists && <bdi>{nameOf(charge.assists)}</bdi> }}
            />
          </span>
        </Button>
      </div>
    </section>
  );
}
