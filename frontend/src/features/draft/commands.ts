import { bodyOf, client, officeFetch } from "@/api/client";
import { ifMatch } from "@/api/headers";
import { isProblem, ProblemError, problemOf } from "@/api/problem";
import type { Act, Communication, SuggestedChange, VettingVerdict } from "@/api/schema";
import type { Bytes } from "@/office/digest";
import type { ApprovedDraft, Intent } from "@/office/signing/meaning";
import type { Signable } from "@/office/signing/useSigning";
import { type Attempt, isUnknown } from "@/office/useAct";
import { type Content, fullContent } from "./content";
import { SaveFailure, type SavePort, type Stored } from "./contentSaver";

/** What is done with a draft besides writing in it. */
export type DraftAct =
  | { kind: "comment"; text: number; remark: string }
  | { kind: "suggestion"; text: number; remark: string; suggestion: SuggestedChange }
  | { kind: "vetting"; text: number; remark: string; verdict: VettingVerdict }
  | { kind: "decide"; remarkId: string; accept: boolean }
  | { kind: "approve" | "issue"; draft: ApprovedDraft }
  | { kind: "withdraw"; remark: string };

export type Sign = (intent: Intent, act: Omit<Signable<Act>, "print">) => Promise<Act>;

export function openDraft(fileId: string, content: Content, { key }: Attempt): Promise<Act> {
  return bodyOf(
    client.POST("/api/v1/files/{id}/communications", {
      params: { path: { id: fileId }, header: { "Idempotency-Key": key } },
      body: { content },
    }),
  );
}

/** Does it against the version of the text that the officer has before him. */
export function actOnDraft(
  id: string,
  act: DraftAct,
  version: number,
  attempt: Attempt,
  sign: Sign,
): Promise<Act> {
  const path = { id };
  const params = { path, header: { ...ifMatch(version), "Idempotency-Key": attempt.key } };
  switch (act.kind) {
    case "approve": {
      const body = { text_number: act.draft.text };
      const shown = { path, header: ifMatch(version) };
      return sign(act, {
        attempt,
        prepare: () =>
          bodyOf(client.POST("/api/v1/communications/{id}/approval/preparation", { params: shown, body })),
        submit: (signature) =>
          bodyOf(
            client.POST("/api/v1/communications/{id}/approval", { params, body: { ...body, signature } }),
          ),
      });
    }
    case "issue": {
      const shown = { path, header: ifMatch(version) };
      return sign(act, {
        attempt,
        prepare: () =>
          bodyOf(client.POST("/api/v1/communications/{id}/issue/preparation", { params: shown, body: {} })),
        submit: (signature) =>
          bodyOf(client.POST("/api/v1/communications/{id}/issue", { params, body: { signature } })),
      });
    }
    case "withdraw":
      return bodyOf(
        client.POST("/api/v1/communications/{id}/withdrawal", { params, body: { remark: act.remark } }),
      );
    case "decide":
      return bodyOf(
        client.POST("/api/v1/communications/{id}/remarks/{remark_id}/decision", {
          params: { ...params, path: { id, remark_id: act.remarkId } },
          body: { accept: act.accept },
        }),
      );
    default:
      return bodyOf(
        client.POST("/api/v1/communications/{id}/remarks", {
          params,
          body: {
            text_number: act.text,
            kind: act.kind,
            ...(act.remark && { remark: act.remark }),
            ...(act.kind === "suggestion" && { suggestion: act.suggestion }),
            ...(act.kind === "vetting" && { verdict: act.verdict }),
          },
        }),
      );
  }
}

const pagesAt = async (path: string, signal: AbortSignal | null = null): Promise<Bytes> => {
  const response = await officeFetch(new Request(path, { signal }));
  if (!response.ok) throw await problemOf(response);
  return new Uint8Array(await response.arrayBuffer());
};

/** The saved text as it will stand on paper. */
export const readPreview = (id: string, signal: AbortSignal): Promise<Bytes> =>
  pagesAt(`/api/v1/communications/${encodeURIComponent(id)}/preview`, signal);

/** What was prepared for issuing, as it will go out. */
export const readProof = (id: string, preparation: string): Promise<Bytes> =>
  pagesAt(
    `/api/v1/communications/${encodeURIComponent(id)}/issue/proof?preparation_id=${encodeURIComponent(preparation)}`,
  );

export const readDraft = (id: string): Promise<Communication> =>
  bodyOf(client.GET("/api/v1/communications/{id}", { params: { path: { id } } }));

export function storedOf(draft: Communication): Stored {
  return {
    content: fullContent(draft.content),
    version: draft.version,
    textNumber: draft.text_number,
    savedAt: draft.written.at,
  };
}

export function savePort(id: string): SavePort {
  return {
    async save(content, version) {
      const saved = await failing(
        bodyOf(
          client.PUT("/api/v1/communications/{id}/content", {
            params: { path: { id }, header: ifMatch(version) },
            body: { content },
          }),
        ),
      );
      return { version: saved.version, textNumber: saved.text_number, savedAt: saved.saved_at };
    },
    read: async () => storedOf(await failing(readDraft(id))),
  };
}

/** Stands before the door, and passes: signed in anew, or a little later, it is taken. */
const PASSING = new Set([401, 429]);

async function failing<T>(request: Promise<T>): Promise<T> {
  try {
    return await request;
  } catch (error) {
    if (isProblem(error, "stale")) throw new SaveFailure("stale");
    if (isUnknown(error) || (isProblem(error) && PASSING.has(error.status))) throw new SaveFailure("offline");
    throw new SaveFailure("refused", error instanceof ProblemError ? error : null);
  }
}
