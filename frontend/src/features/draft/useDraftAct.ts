import { i18n } from "@lingui/core";
import { ProblemError, unreachable } from "@/api/problem";
import type { Act, File } from "@/api/schema";
import { useSigning } from "@/office/signing/useSigning";
import { useAct } from "@/office/useAct";
import { actOnDraft, type DraftAct, readDraft, storedOf } from "./commands";
import { type ContentSaver, SaveFailure } from "./contentSaver";

interface Options {
  id: string;
  file: File;
  saver: ContentSaver;
  onDone: (act: DraftAct) => void;
  onFailed?: (error: Error, act: DraftAct) => void;
}

/** Acts on a draft. The last words are saved before; the act is about the text that is on this page. */
export function useDraftAct({ id, file, saver, onDone, onFailed }: Options) {
  const { signed, signingDialog } = useSigning(file);
  const acting = useAct<DraftAct, Act>({
    version: saver.getSnapshot().version,
    send: async (act, attempt) => {
      // The same attempt again names the same version.
      attempt.draftVersion ??= await settled(saver);
      const done = await actOnDraft(id, act, attempt.draftVersion, attempt, (draft, signable) =>
        signed({ intent: { kind: "approve", draft } }, signable),
      );
      if (act.kind === "decide" && act.accept) saver.follow(storedOf(await readDraft(id)));
      else saver.acted(done.version);
      return done;
    },
    onDone: (_, act) => onDone(act),
    onFailed: (error, act) => onFailed?.(error, act),
  });
  return { ...acting, signingDialog };
}

/** The version of the text on this page, once it is saved; in words, why it is not. */
async function settled(saver: ContentSaver): Promise<number> {
  try {
    return await saver.settle();
  } catch (error) {
    if (!(error instanceof SaveFailure)) throw error;
    if (error.problem) throw error.problem;
    throw error.reason === "offline" ? unreachable() : twoTexts();
  }
}

function twoTexts(): ProblemError {
  return new ProblemError({
    type: "about:blank",
    status: 0,
    code: "two-texts",
    title: i18n._({ id: "draft.conflict.first", message: "Choose first which text stays" }),
  });
}

export type DraftActing = ReturnType<typeof useDraftAct>;
