import { queryOptions } from "@tanstack/react-query";
import { bodyOf, client } from "@/api/client";
import { isProblem } from "@/api/problem";
import type { LedgerEvidence } from "@/api/schema";
import { canCompute, hex, sha256, utf8 } from "@/office/digest";
import { base64url } from "@/office/webauthn";

interface NoteEvidence {
  evidence: LedgerEvidence;
  /** As this browser computes them from what was signed; none where it cannot. */
  hashes: { digest: string; challenge: string } | null;
}

/** The act has its place in the ledger within a second. */
const PENDING = "ledger-entry-pending";
const PATIENCE = 5;

/** What proves the signature under a note. */
export const noteEvidenceQuery = (id: string) =>
  queryOptions<NoteEvidence>({
    queryKey: ["note-evidence", id],
    queryFn: async ({ signal }) => {
      const params = { path: { id } };
      const evidence = await bodyOf(client.GET("/api/v1/notes/{id}/evidence", { params, signal }));
      return { evidence, hashes: evidence.note && canCompute() ? await hashesOf(evidence.note) : null };
    },
    retry: (count, error) => isProblem(error, PENDING) && count < PATIENCE,
    retryDelay: 700,
  });

async function hashesOf(statement: string) {
  const challenge = await sha256(utf8(`daftar.note/v1\0${statement}`));
  return { digest: hex(await sha256(utf8(statement))), challenge: base64url(challenge.buffer) };
}
