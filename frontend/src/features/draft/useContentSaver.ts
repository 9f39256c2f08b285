import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState, useSyncExternalStore } from "react";
import type { Communication } from "@/api/schema";
import { session } from "@/api/session";
import { refreshActs } from "@/office/useAct";
import { useUnsaved } from "@/ui/unsaved";
import { savePort, storedOf } from "./commands";
import { ContentSaver, type SaveSnapshot } from "./contentSaver";

/** The draft as it is being written on this page: loaded once, saved as it is written. */
export function useContentSaver(draft: Communication): { saver: ContentSaver; snapshot: SaveSnapshot } {
  const queries = useQueryClient();
  const [saver] = useState(() => new ContentSaver(savePort(draft.id), storedOf(draft)));
  const snapshot = useSyncExternalStore(saver.subscribe, saver.getSnapshot);

  useEffect(() => saver.follow(storedOf(draft)), [saver, draft]);

  // What stands in its way, which forms it may have, what its texts are: the office tells that after each saving.
  const isBehind = snapshot.status === "saved" && snapshot.version > draft.version;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each version.
  useEffect(() => {
    if (isBehind) refreshActs(queries);
  }, [isBehind, snapshot.version, queries]);

  useEffect(() => {
    const flush = () => void saver.flush();
    const onSession = () => (session.state.get() === "session" ? flush() : saver.stop());
    const unwatch = session.state.subscribe(onSession);
    const onHide = () => document.visibilityState === "hidden" && flush();
    window.addEventListener("online", flush);
    document.addEventListener("visibilitychange", onHide);
    return () => {
      unwatch();
      window.removeEventListener("online", flush);
      document.removeEventListener("visibilitychange", onHide);
      saver.stop();
    };
  }, [saver]);

  // What can be saved now is saved on leaving, without a question.
  useUnsaved(snapshot.status !== "saved", { save: () => saver.flush() });
  return { saver, snapshot };
}
