import { Trans, useLingui } from "@lingui/react";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { isProblem } from "@/api/problem";
import type { PutUpDraft } from "@/api/schema";
import { isEmptyBody, plainText } from "@/editor/body";
import type { NoteBody } from "@/editor/types";
import { nameOf, Time } from "@/i18n/format";
import { Button } from "@/ui/Button";
import { ErrorNotice } from "@/ui/errors";
import { toast } from "@/ui/toast";
import { NotChosen } from "./DraftConflict";
import { DraftText } from "./DraftText";
import { usePutUpDrafts } from "./queries";
import { TakeDialog } from "./TakeDialog";
import { appended, holds } from "./taking";
import type { Draft } from "./useDraft";

interface PutUpDraftsProps {
  fileId: string;
  /** The officer's own. */
  draft: Draft;
  /** The officer's note is on its way. */
  locked: boolean;
  /** His draft has another text now. */
  onTaken: () => void;
}

/** What assistants have put up on the file: read here, and taken over into the officer's own note, which he signs. */
export function PutUpDrafts({ fileId, draft, locked, onTaken }: PutUpDraftsProps) {
  const { i18n } = useLingui();
  const { data, error, refetch } = usePutUpDrafts(fileId);
  // It is no longer on this desk: the page learns where it is.
  const queries = useQueryClient();
  const isGone = isProblem(error) && error.status === 403;
  useEffect(() => {
    if (isGone) void queries.invalidateQueries({ queryKey: ["get", "/api/v1/files/{id}"] });
  }, [isGone, queries]);
  const [asked, setAsked] = useState<NoteBody | null>(null);
  const [replaced, setReplaced] = useState("");
  const { saver, snapshot } = draft;
  const give = (body: NoteBody) => {
    setAsked(null);
    saver?.edit(body);
    onTaken();
  };
  const take = (body: NoteBody) => {
    if (!saver) return;
    if (snapshot.status === "conflict") {
      const words = i18n._({
        id: "delegation.take.conflict",
        message: "Your own note has two texts. Choose first which of them stays.",
      });
      toast(words, "failed");
    } else if (isEmptyBody(snapshot.body)) give(body);
    else setAsked(body);
  };
  return (
    <>
      {error && !data && !isGone && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {data?.items.map((one) => (
        <PutUp
          key={one.by.id}
          draft={one}
          isTaken={holds(snapshot.body, one.body)}
          locked={locked || !saver}
          onTake={() => take(one.body)}
        />
      ))}
      {asked && (
        <TakeDialog
          onAppend={() => give(appended(snapshot.body, asked))}
          onReplace={() => {
            setReplaced(plainText(snapshot.body));
            give(asked);
          }}
          onClose={() => setAsked(null)}
        />
      )}
      {replaced && <NotChosen text={replaced} onClose={() => setReplaced("")} />}
    </>
  );
}

interface PutUpProps {
  draft: PutUpDraft;
  isTaken: boolean;
  locked: boolean;
  onTake: () => void;
}

function PutUp({ draft, isTaken, locked, onTake }: PutUpProps) {
  const { i18n } = useLingui();
  const name = nameOf(draft.by);
  const label = i18n._({ id: "delegation.draft.of", message: "Draft by {name}", values: { name } });
  const [isOpen, setOpen] = useState(false);
  return (
    <section
      aria-label={label}
      className="flex flex-col gap-2 rounded-md border border-draft-line bg-surface px-3 py-2"
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <p className="min-w-0 flex-1 basis-56">
          <Trans
            id="delegation.draft.by"
            message="Draft by {name}, put up {time}"
            values={{ name: <bdi className="font-medium">{name}</bdi>, time: <Time at={draft.put_up_at} /> }}
          />
        </p>
        <Button tone="quiet" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? (
            <Trans id="delegation.draft.fold" message="Fold up" />
          ) : (
            <Trans id="delegation.draft.read" message="Read" />
          )}
        </Button>
        {isTaken ? (
          <span className="text-sm text-green">
            <Trans id="delegation.taken" message="It stands in your note" />
          </span>
        ) : (
          <Button pending={locked} onClick={onTake}>
            <Trans id="delegation.take" message="Take it into my note" />
          </Button>
        )}
      </div>
      {isOpen && <DraftText body={draft.body} label={label} />}
    </section>
  );
}
