import { bodyOf, client } from "@/api/client";
import { ifMatch } from "@/api/headers";
import { isProblem, UNREACHABLE } from "@/api/problem";
import type { Act, ForwardFile, SubmitNote } from "@/api/schema";
import type { Attempt } from "@/office/useAct";
import { DraftFailure, type DraftPort, type DraftSaver } from "./draftSaver";

export interface Sending {
  /** Without a note the file is only sent. */
  note: SubmitNote | null;
  then: ForwardFile | null;
}

/** Submits a note, sends the file, or both in one act. */
export function sendFile(id: string, { note, then }: Sending, { version, key }: Attempt): Promise<Act> {
  const params = { path: { id }, header: { ...ifMatch(version), "Idempotency-Key": key } };
  if (note) {
    const body = then ? { ...note, then } : note;
    return bodyOf(client.POST("/api/v1/files/{id}/notes", { params, body }));
  }
  if (!then) throw new Error("neither a note nor a post to send to");
  return bodyOf(client.POST("/api/v1/files/{id}/movements", { params, body: then }));
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
): Promise<Act> {
  const isRepeated = attempt.draftVersion !== undefined;
  attempt.draftVersion ??= await saver.settle();
  const named = attempt.draftVersion > 0 ? { draft_version: attempt.draftVersion } : {};
  const note = sending.note && { ...sending.note, ...named };
  try {
    return await sendFile(id, { ...sending, note }, attempt);
  } catch (error) {
    if (!isProblem(error, "draft-changed")) throw error;
    if (!isRepeated) throw saver.overtaken();
    // So it was not signed the first time; and this page itself has saved its words since, when it could again.
    delete attempt.draftVersion;
    return sendDraft(id, saver, sending, attempt);
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
