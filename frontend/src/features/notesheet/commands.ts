import { bodyOf, client } from "@/api/client";
import { ifMatch } from "@/api/headers";
import { isProblem, UNREACHABLE } from "@/api/problem";
import type { Act, DraftNote, ForwardFile, SubmitNote } from "@/api/schema";
import type { Intent } from "@/office/signing/meaning";
import type { Signable } from "@/office/signing/useSigning";
import type { Attempt } from "@/office/useAct";
import { DraftFailure, type DraftPort, type DraftSaver } from "./draftSaver";

export interface Sending {
  /** Without a note the file is only sent. */
  note: SubmitNote | null;
  then: ForwardFile | null;
}

/** What the officer means by it. */
export const intentOf = ({ note }: Sending): Intent =>
  note && note.kind !== "agreement"
    ? { kind: note.kind, body: note.body ?? { paragraphs: [] } }
    : { kind: "agreement" };

/** Has the officer sign, and then does it. */
export type Sign = (act: Signable<Act>) => Promise<Act>;

/** Submits a note, sends the file, or both in one act. */
export function sendFile(id: string, { note, then }: Sending, attempt: Attempt, sign: Sign): Promise<Act> {
  const { version, key } = attempt;
  const path = { id };
  const headers = { ...ifMatch(version), "Idempotency-Key": key };
  if (note) {
    const body = then ? { ...note, then } : note;
    return sign({
      attempt,
      prepare: () =>
        bodyOf(
          client.POST("/api/v1/files/{id}/notes/preparation", {
            params: { path, header: ifMatch(version) },
            body,
          }),
        ),
      submit: (signature) =>
        bodyOf(
          client.POST("/api/v1/files/{id}/notes", {
            params: { path, header: headers },
            body: { ...body, signature },
          }),
        ),
    });
  }
  if (!then) throw new Error("neither a note nor a post to send to");
  return bodyOf(
    client.POST("/api/v1/files/{id}/movements", { params: { path, header: headers }, body: then }),
  );
}

/**
 * Submits the draft. Its last words are saved first: a draft that arrived after its note would be a second one. The
 * server signs it only as the version that is on this page; the same attempt again names the same version.
 */
export async function sendDraft(
  id: string,
  saver: DraftSaver,
  sending: Sending,
  attempt: Attempt,
  sign: Sign,
): Promise<Act> {
  const isRepeated = attempt.draftVersion !== undefined;
  attempt.draftVersion ??= await saver.settle();
  const named = attempt.draftVersion > 0 ? { draft_version: attempt.draftVersion } : {};
  const note = sending.note && { ...sending.note, ...named };
  try {
    return await sendFile(id, { ...sending, note }, attempt, sign);
  } catch (error) {
    if (!isProblem(error, "draft-changed")) throw error;
    if (!isRepeated) throw saver.overtaken();
    // So it was not signed the first time; and this page itself has saved its words since, when it could again.
    delete attempt.draftVersion;
    return sendDraft(id, saver, sending, attempt, sign);
  }
}

/** Puts the draft up to the officer whom its author assists, its last words too; not over what another window wrote. */
export async function putUp(id: string, saver: DraftSaver): Promise<DraftNote> {
  const version = await saver.settle();
  const params = { path: { id }, header: ifMatch(version) };
  try {
    return await bodyOf(client.POST("/api/v1/files/{id}/draft-note/put-up", { params }));
  } catch (error) {
    throw isProblem(error, "stale") ? saver.overtaken() : error;
  }
}

/** The way of a draft to the server. */
export function draftPort(id: string): DraftPort {
  const params = (version: number) => ({ path: { id }, header: ifMatch(version) });
  return {
    async save(body, version) {
      const saved = await failing(
        bodyOf(client.PUT("/api/v1/files/{id}/draft-note", { params: params(version), body: { body } })),
      );
      return saved.version;
    },
    async discard(version) {
      await failing(client.DELETE("/api/v1/files/{id}/draft-note", { params: params(version) }));
    },
  };
}

async function failing<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    if (isProblem(error, UNREACHABLE)) throw new DraftFailure("offline");
    if (isProblem(error) && error.status === 412) throw new DraftFailure("stale");
    throw new DraftFailure("refused");
  }
}
