import { Trans, useLingui } from "@lingui/react";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { Communication } from "@/api/schema";
import { refreshActs } from "@/office/useAct";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { useUnsaved } from "@/ui/unsaved";
import type { Content } from "./content";
import type { ContentSaver, SaveSnapshot } from "./contentSaver";
import { DifferencesView } from "./DifferencesView";
import { Hand } from "./Hand";
import type { Names } from "./names";
import { CONFLICT } from "./places";

interface Conflict {
  choose: (keepsMine: boolean) => Promise<void>;
  pending: boolean;
  /** What was not chosen; it is on this page only. */
  left: { content: Content; isMine: boolean } | null;
  forget: () => void;
}

/** Two wrote at once: the officer sees both texts, and chooses which one stays. */
export function useConflict(saver: ContentSaver, snapshot: SaveSnapshot): Conflict {
  const queries = useQueryClient();
  const [pending, setPending] = useState(false);
  const [left, setLeft] = useState<Conflict["left"]>(null);
  const { theirs } = snapshot;
  // Who wrote it, and whom it names.
  useEffect(() => {
    if (theirs) refreshActs(queries);
  }, [theirs, queries]);
  useUnsaved(left !== null);
  const choose = async (keepsMine: boolean) => {
    if (!theirs || pending) return;
    const mine = saver.getSnapshot().content;
    setPending(true);
    if (keepsMine) await saver.keepMine(theirs);
    else saver.take(theirs);
    setPending(false);
    // Somebody was faster once more: he is asked again.
    if (saver.getSnapshot().status === "conflict") return;
    setLeft({ content: keepsMine ? theirs.content : mine, isMine: !keepsMine });
  };
  return { choose, pending, left, forget: () => setLeft(null) };
}

interface ConflictNoticeProps {
  conflict: Conflict;
  draft: Communication;
  snapshot: SaveSnapshot;
  names: Names;
}

export function ConflictNotice({ conflict, draft, snapshot, names }: ConflictNoticeProps) {
  const { i18n } = useLingui();
  const [comparing, setComparing] = useState(false);
  const { choose, pending, left, forget } = conflict;
  const { theirs, content } = snapshot;
  const here = i18n._({ id: "draft.conflict.here", message: "On this page" });
  const there = i18n._({ id: "draft.conflict.there", message: "Written meanwhile" });
  const notChosen = i18n._({ id: "draft.conflict.left.label", message: "Not chosen" });
  const look = (
    <Button onClick={() => setComparing(true)}>
      <Trans id="draft.conflict.compare" message="Compare both" />
    </Button>
  );
  const sides = theirs
    ? { before: { content: theirs.content, label: there }, after: { content, label: here } }
    : left && { before: { content: left.content, label: notChosen }, after: { content, label: here } };
  if (!sides) return null;
  return (
    <div
      id={CONFLICT}
      tabIndex={-1}
      className="flex flex-col gap-2 rounded-md border border-amber bg-amber-soft px-4 py-3"
    >
      {theirs ? (
        <>
          <p role="alert">
            <Trans
              id="draft.conflict"
              message="While you wrote here, the draft was written on elsewhere: {hand}. Both texts are still there; choose the one that stays."
              values={{ hand: <Hand hand={draft.written} /> }}
            />
          </p>
          <div className="flex flex-wrap gap-2">
            {look}
            <Button pending={pending} onClick={() => void choose(true)}>
              <Trans id="draft.conflict.mine" message="Keep the text on this page" />
            </Button>
            <Button pending={pending} onClick={() => void choose(false)}>
              <Trans id="draft.conflict.theirs" message="Take the other text" />
            </Button>
          </div>
        </>
      ) : (
        <>
          <p role="status">
            <Trans
              id="draft.conflict.left"
              message="The text that was not chosen is on this page only. Look at it and copy what you need of it."
            />
          </p>
          <div className="flex flex-wrap gap-2">
            {look}
            <Button tone="quiet" onClick={forget}>
              <Trans id="draft.conflict.forget" message="Not needed any more" />
            </Button>
          </div>
        </>
      )}
      {comparing && (
        <Dialog
          open
          wide
          onClose={() => setComparing(false)}
          title={i18n._({ id: "draft.conflict.title", message: "Both texts" })}
        >
          <DifferencesView {...sides} names={names} />
        </Dialog>
      )}
    </div>
  );
}
