import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useSyncExternalStore } from "react";
import { actingPost } from "@/api/acting";
import { useMe } from "@/api/me";
import { session } from "@/api/session";
import { useUnsaved } from "@/ui/unsaved";
import { draftPort } from "./commands";
import { DraftSaver, type DraftSnapshot } from "./draftSaver";
import { draftQuery } from "./queries";

/** Drafts that this tab has not saved yet outlive the page that shows them, in memory only; each is its author's. */
const unsaved = new Map<string, DraftSaver>();

// While nobody is signed in, or somebody else, nothing is sent: the draft waits for its author to open its page again.
session.state.subscribe(() => {
  if (session.state.get() !== "session") for (const saver of unsaved.values()) saver.stop();
});

// The page that showed them no longer asks: whoever closes the tab is asked on any page.
window.addEventListener("beforeunload", (event) => {
  if ([...unsaved.values()].some((saver) => saver.isUnsaved)) event.preventDefault();
});

/** Drafts that a page shows now. */
const shown = new Map<string, DraftSaver>();

/**
 * The draft as this tab has it: shown now, where the page only changes its layout, or not saved when its page was left.
 */
function keptDraft(key: string): DraftSaver | undefined {
  const saver = unsaved.get(key);
  if (saver?.isUnsaved) return saver;
  unsaved.delete(key);
  return shown.get(key);
}

const NOTHING: DraftSnapshot = { body: { paragraphs: [] }, status: "saved" };
const neverChanges = () => () => {};

export interface Draft {
  saver: DraftSaver | null;
  snapshot: DraftSnapshot;
  error: Error | null;
}

/** The draft of the acting post on a file: loaded once, saved as it is written. */
export function useDraft(fileId: string, enabled: boolean): Draft {
  const key = `${useMe().person.id}/${actingPost.get() ?? ""}/${fileId}`;
  const held = useRef<{ key: string; saver: DraftSaver } | null>(null);
  const kept = held.current?.key === key ? held.current.saver : keptDraft(key);
  const isHeld = kept !== undefined;
  const { data, error } = useQuery({ ...draftQuery(fileId), enabled: enabled && !isHeld });
  if (held.current?.key !== key) {
    const read = enabled && data !== undefined ? new DraftSaver(draftPort(fileId), data) : null;
    const found = kept ?? read;
    held.current = found && { key, saver: found };
  }
  // What was written stays at hand when the file has meanwhile gone to somebody else.
  const saver = held.current?.saver ?? null;

  useEffect(() => {
    if (!saver) return;
    const post = actingPost.get();
    shown.set(key, saver);
    const flush = () => void saver.flush();
    // What was written before the session ended, or before the page was left, is saved as soon as it can be.
    const onSession = () => session.state.get() === "session" && flush();
    onSession();
    const unwatch = session.state.subscribe(onSession);
    const onHide = () => document.visibilityState === "hidden" && flush();
    window.addEventListener("online", flush);
    document.addEventListener("visibilitychange", onHide);
    return () => {
      unwatch();
      if (shown.get(key) === saver) shown.delete(key);
      window.removeEventListener("online", flush);
      document.removeEventListener("visibilitychange", onHide);
      // For another post the draft does not exist: the reader was asked before.
      if (actingPost.get() !== post) return saver.stop();
      if (saver.isUnsaved) unsaved.set(key, saver);
      void saver.flush().then((done) => {
        if (done && unsaved.get(key) === saver) unsaved.delete(key);
      });
    };
  }, [saver, key]);

  const snapshot = useSyncExternalStore(
    saver?.subscribe ?? neverChanges,
    saver?.getSnapshot ?? (() => NOTHING),
  );
  // A draft that can be saved now is saved on leaving, without a question.
  useUnsaved(snapshot.status !== "saved", { save: saver?.flush.bind(saver) });
  return { saver, snapshot, error };
}
