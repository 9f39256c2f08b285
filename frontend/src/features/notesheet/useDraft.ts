import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useSyncExternalStore } from "react";
import { actingPost } from "@/api/acting";
import { useUnsaved } from "@/ui/unsaved";
import { draftPort } from "./commands";
import { DraftSaver, type DraftSnapshot } from "./draftSaver";
import { draftQuery } from "./queries";

/** Drafts that this tab has not saved yet outlive the page that shows them, in memory only. */
const unsaved = new Map<string, DraftSaver>();

const NOTHING: DraftSnapshot = { body: { paragraphs: [] }, status: "saved" };
const neverChanges = () => () => {};

export interface Draft {
  saver: DraftSaver | null;
  snapshot: DraftSnapshot;
  error: Error | null;
}

/** The draft of the acting post on a file: loaded once, saved as it is written. */
export function useDraft(fileId: string, enabled: boolean): Draft {
  const key = `${actingPost.get() ?? ""}/${fileId}`;
  const held = useRef<{ key: string; saver: DraftSaver } | null>(null);
  const isHeld = held.current?.key === key || unsaved.has(key);
  const { data, error } = useQuery({ ...draftQuery(fileId), enabled: enabled && !isHeld });
  if (enabled && held.current?.key !== key) {
    const found = unsaved.get(key) ?? (data === undefined ? null : new DraftSaver(draftPort(fileId), data));
    held.current = found && { key, saver: found };
  }
  // What was written stays at hand when the file has meanwhile gone to somebody else.
  const saver = held.current?.key === key ? held.current.saver : null;

  useEffect(() => {
    if (!saver) return;
    const post = actingPost.get();
    const flush = () => void saver.flush();
    const onHide = () => document.visibilityState === "hidden" && flush();
    window.addEventListener("online", flush);
    document.addEventListener("visibilitychange", onHide);
    return () => {
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
  useUnsaved(snapshot.status !== "saved");
  return { saver, snapshot, error };
}
