import { useLingui } from "@lingui/react";
import { useQueryClient } from "@tanstack/react-query";
import { type Ref, useEffect, useImperativeHandle, useRef, useState } from "react";
import type { Act, File } from "@/api/schema";
import { isEmptyBody, plainText } from "@/editor/body";
import type { NoteEditorHandle } from "@/editor/NoteEditor";
import { ActError } from "@/office/ActError";
import { unlessNotSigned } from "@/office/signing/NotSigned";
import { preloadSigning, useSigning } from "@/office/signing/useSigning";
import { UnsubmittedNote, useTellUnsubmitted } from "@/office/UnsubmittedNote";
import { useAct } from "@/office/useAct";
import { Button } from "@/ui/Button";
import { CheckIcon, CloseIcon } from "@/ui/icons";
import { NotesIcon, OrderIcon, SendIcon } from "@/ui/paperIcons";
import { useUnsaved } from "@/ui/unsaved";
import { intentOf, type Sending, type Sign, sendDraft, sendFile } from "./commands";
import { DraftFailure } from "./draftSaver";
import { NoteField } from "./NoteField";
import { Overtaken } from "./Overtaken";
import { PutUpDrafts } from "./PutUpDrafts";
import { lastDigest } from "./queries";
import { type Destination, forwarding, NOWHERE, SendFields } from "./SendFields";
import { type Done, SentNotice } from "./SentNotice";
import { type ComposerHandle, useCiting } from "./useCiting";
import { type Draft, useDraft } from "./useDraft";
import { Warnings } from "./Warnings";

type Mode = "closed" | "note" | "order" | "agree" | "send";

/** A note and an order are written in the same editor, and begin as the same draft. */
const isWritten = (mode: Mode): mode is "note" | "order" => mode === "note" || mode === "order";

interface ComposerProps {
  file: File;
  ref?: Ref<ComposerHandle>;
}

/** The foot of the notes: write, agree, send. Shown to the post that has the file. */
export function Composer({ file, ref }: ComposerProps) {
  const canWrite = file.can.includes("write");
  const canForward = file.can.includes("forward");
  const draft = useDraft(file.id, canWrite);
  const [chosen, setChosen] = useState<Mode | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const [destination, setDestination] = useState<Destination>(NOWHERE);
  const [given, setGiven] = useState(0);
  const { editor, cite, focusNext } = useCiting();
  const hasDraft = !isEmptyBody(draft.snapshot.body);
  useTellUnsubmitted(file.id, canWrite && hasDraft);
  const mode: Mode = chosen ?? (canWrite && hasDraft ? "note" : "closed");

  const queries = useQueryClient();
  const { signed, signingDialog } = useSigning(file);
  const sending = useAct<Sending & { to: Destination["post"] }, Act>({
    version: file.version,
    send: ({ to, ...input }, attempt) => {
      const sign: Sign = (act) =>
        signed({ intent: intentOf(input), previous: () => lastDigest(queries, file.id), next: to }, act);
      return input.note?.body && draft.saver
        ? sendDraft(file.id, draft.saver, input, attempt, sign)
        : sendFile(file.id, input, attempt, sign);
    },
    onDone: (act, { to, note }) => {
      if (note?.body) void draft.saver?.submitted(note.body);
      setChosen("closed");
      setDestination(NOWHERE);
      setDone({ act, to });
    },
  });

  const error = unlessNotSigned(sending.error);
  useUnsaved(mode !== "closed" && destination.remark.trim() !== "");

  /** What is written next goes into the text, whatever was about to be done. */
  const write = () => setChosen((before) => (before === "order" ? before : "note"));
  useImperativeHandle(ref, () => ({
    citePage(page) {
      setDone(null);
      write();
      cite(page);
    },
  }));

  if (done) return <SentNotice fileId={file.id} done={done} onClose={() => setDone(null)} />;
  const written = plainText(draft.snapshot.body);
  if (!canWrite && !canForward) {
    if (!error && !written) return signingDialog;
    return (
      <>
        {signingDialog}
        <Overtaken
          error={error}
          text={written}
          draftKept={written !== "" && draft.snapshot.status === "saved"}
          onRepeat={sending.isOpen() ? sending.repeat : null}
          pending={sending.isPending}
        />
      </>
    );
  }
  const open = (next: Mode) => {
    sending.reset();
    setChosen(next);
    if (next !== "closed") preloadSigning();
  };
  return (
    <div className="no-print flex flex-col gap-2">
      {signingDialog}
      {mode !== "send" && <Warnings warnings={file.warnings} />}
      {canWrite && (
        <PutUpDrafts
          fileId={file.id}
          draft={draft}
          locked={sending.isPending}
          onTaken={() => {
            focusNext();
            setGiven(given + 1);
            write();
          }}
        />
      )}
      {mode === "closed" && <Choices can={file.can} onChoose={open} />}
      {mode !== "closed" && (
        <Compose
          key={mode}
          mode={mode}
          file={file}
          draft={draft}
          editor={editor}
          given={given}
          destination={destination}
          onDestination={setDestination}
          onClose={() => open("closed")}
          onSend={sending.act}
          pending={sending.isPending}
          perhapsSigned={sending.isOpen()}
          // Of a draft with two texts its own notice tells.
          error={error instanceof DraftFailure ? null : error}
        />
      )}
    </div>
  );
}

interface ChoicesProps {
  can: File["can"];
  onChoose: (mode: Mode) => void;
}

function Choices({ can, onChoose }: ChoicesProps) {
  const { i18n } = useLingui();
  const canWrite = can.includes("write");
  return (
    <div className="flex flex-wrap gap-2">
      {canWrite && (
        <Button tone="primary" icon={<NotesIcon />} onClick={() => onChoose("note")}>
          {i18n._({ id: "note.write", message: "Write a note" })}
        </Button>
      )}
      {canWrite && (
        <Button icon={<CheckIcon />} onClick={() => onChoose("agree")}>
          {i18n._({ id: "note.agree", message: "Agree" })}
        </Button>
      )}
      {can.includes("order") && (
        <Button icon={<OrderIcon />} onClick={() => onChoose("order")}>
          {i18n._({ id: "note.order", message: "Give an order" })}
        </Button>
      )}
      {can.includes("forward") && (
        <Button icon={<SendIcon />} onClick={() => onChoose("send")}>
          {i18n._({ id: "note.send_only", message: "Send without a note" })}
        </Button>
      )}
    </div>
  );
}

interface ComposeProps {
  mode: Exclude<Mode, "closed">;
  file: File;
  draft: Draft;
  editor: Ref<NoteEditorHandle>;
  given: number;
  destination: Destination;
  onDestination: (destination: Destination) => void;
  onClose: () => void;
  onSend: (input: Sending & { to: Destination["post"] }) => void;
  pending: boolean;
  /** The note was sent, but no answer came. */
  perhapsSigned: boolean;
  error: Error | null;
}

function Compose(props: ComposeProps) {
  const { mode, file, draft, destination, onDestination, onClose, onSend, pending, error } = props;
  const { i18n } = useLingui();
  const [tried, setTried] = useState<"send" | "submit" | null>(null);
  const section = useRef<HTMLElement>(null);
  // The editor takes the cursor by itself. Without one, the form comes into sight below the button that opened it.
  useEffect(() => {
    if (!isWritten(mode)) section.current?.focus();
  }, [mode]);
  const body = draft.snapshot.body;
  const lacksText = isWritten(mode) && isEmptyBody(body);
  const twoTexts = isWritten(mode) && draft.snapshot.status === "conflict";
  const canForward = file.can.includes("forward");
  const note =
    mode === "send" ? null : mode === "agree" ? { kind: "agreement" as const } : { kind: mode, body };

  const submit = (alsoSend: boolean) => {
    setTried(alsoSend ? "send" : "submit");
    const then = alsoSend ? forwarding(destination) : null;
    if (lacksText || twoTexts || (alsoSend && !then)) return;
    onSend({ note, then, to: alsoSend ? destination.post : null });
  };
  return (
    <section
      ref={section}
      tabIndex={-1}
      aria-label={i18n._({ id: "note.compose", message: "Your note" })}
      className="flex flex-col outline-none gap-2.5 rounded-md border border-draft-line bg-surface p-3"
    >
      <ComposeHeading mode={mode} onClose={onClose} />
      {isWritten(mode) ? <NoteField {...props} /> : <UnsubmittedNote fileId={file.id} />}
      {tried && lacksText && (
        <p role="alert" className="text-sm text-red">
          {mode === "order"
            ? i18n._({ id: "note.order.empty", message: "The order is empty. Write what you decide." })
            : i18n._({ id: "note.empty", message: "The note is empty. Write something, or choose Agree." })}
        </p>
      )}
      {tried && twoTexts && (
        <p role="alert" className="text-sm text-red">
          {i18n._({ id: "note.conflict.first", message: "Choose which text stays before you submit." })}
        </p>
      )}
      {canForward && (
        <SendFields
          fileId={file.id}
          holderId={file.holder?.id}
          value={destination}
          onChange={onDestination}
          error={
            tried === "send" && !destination.post
              ? i18n._({ id: "note.send.missing", message: "Choose the post that gets the file" })
              : undefined
          }
        />
      )}
      <ActError error={error} draftKept={isWritten(mode)} />
      <div
        data-foot
        className="sticky bottom-0 z-10 -mx-3 -mb-3 rounded-b-md border-t border-line bg-surface px-3 py-2 max-sm:bottom-14 max-sm:lang-ur:bottom-16 lg:-bottom-2.5"
      >
        <SubmitButtons mode={mode} canForward={canForward} pending={pending} onSubmit={submit} />
      </div>
    </section>
  );
}

function ComposeHeading({ mode, onClose }: { mode: ComposeProps["mode"]; onClose: () => void }) {
  const { i18n } = useLingui();
  const titles = {
    note: i18n._({ id: "note.compose.note", message: "Your note, a draft until it is submitted" }),
    order: i18n._({
      id: "note.compose.order",
      message: "Your order, which decides the case: a draft until you give it",
    }),
    agree: i18n._({
      id: "note.compose.agree",
      message: "You agree with the notes above: your signature, without text",
    }),
    send: i18n._({ id: "note.compose.send", message: "Send the file as it is" }),
  };
  return (
    <div className="flex items-center justify-between gap-2">
      <h2 className="font-medium">{titles[mode]}</h2>
      <Button tone="quiet" className="shrink-0" icon={<CloseIcon />} onClick={onClose}>
        {isWritten(mode)
          ? i18n._({ id: "note.compose.later", message: "Later" })
          : i18n._({ id: "paper.cancel", message: "Cancel" })}
      </Button>
    </div>
  );
}

interface SubmitButtonsProps {
  mode: ComposeProps["mode"];
  canForward: boolean;
  pending: boolean;
  onSubmit: (alsoSend: boolean) => void;
}

function SubmitButtons({ mode, canForward, pending, onSubmit }: SubmitButtonsProps) {
  const { i18n } = useLingui();
  const both = {
    note: i18n._({ id: "note.submit_and_send", message: "Submit and send" }),
    order: i18n._({ id: "note.order_and_send", message: "Give the order and send" }),
    agree: i18n._({ id: "note.agree_and_send", message: "Agree and send" }),
    send: i18n._({ id: "note.send", message: "Send" }),
  };
  const alone = {
    note: i18n._({ id: "note.submit_only", message: "Submit only" }),
    order: i18n._({ id: "note.order_only", message: "Give the order only" }),
    agree: i18n._({ id: "note.agree_only", message: "Agree only" }),
  };
  return (
    <div className="flex flex-wrap gap-2">
      {canForward && (
        <Button tone="primary" icon={<SendIcon />} pending={pending} onClick={() => onSubmit(true)}>
          {both[mode]}
        </Button>
      )}
      {mode !== "send" && (
        <Button tone={canForward ? "plain" : "primary"} pending={pending} onClick={() => onSubmit(false)}>
          {alone[mode]}
        </Button>
      )}
    </div>
  );
}
