import { i18n } from "@lingui/core";
import { ProblemError, unreachable } from "@/api/problem";
import type { Act, File } from "@/api/schema";
import type { Bytes } from "@/office/digest";
import { useSigning } from "@/office/signing/useSigning";
import { useAct } from "@/office/useAct";
import { LazyPages } from "@/pdf/LazyPages";
import { actOnDraft, type DraftAct, readDraft, readProof, storedOf } from "./commands";
import { type ContentSaver, SaveFailure } from "./contentSaver";

interface Options {
  id: string;
  file: File;
  saver: ContentSaver;
  onDone: (act: DraftAct, result: Act) => void;
  onFailed?: (error: Error, act: DraftAct) => void;
}

/** Acts on a draft. The last words are saved before; the act is about the text that is on this page. */
export function useDraftAct({ id, file, saver, onDone, onFailed }: Options) {
  const { signed, signingDialog } = useSigning(file);
  const print = {
    read: (preparation: string) => readProof(id, preparation),
    show: (pages: Bytes) => <LazyPages low pages={pages} />,
  };
  const acting = useAct<DraftAct, Act>({
    version: saver.getSnapshot().version,
    send: async (act, attempt) => {
      // The same attempt again names the same version.
      attempt.draftVersion ??= await settled(saver);
      const done = await actOnDraft(id, act, attempt.draftVersion, attempt, (intent, signable) =>
        signed({ intent }, intent.kind === "issue" ? { ...signable, print } : signable),
      );
      if (act.kind === "decide" && act.accept) saver.follow(storedOf(await readDraft(id)));
      else saver.acted(done.version);
      return done;
    },
    onDone: (result, act) => onDone(act, result),
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
