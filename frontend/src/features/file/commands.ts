import { bodyOf, client } from "@/api/client";
import { ifMatch } from "@/api/headers";
import type { Act, components, OpenFile, UpdateFile } from "@/api/schema";
import type { Intent } from "@/office/signing/meaning";
import type { Signable } from "@/office/signing/useSigning";
import type { Attempt } from "@/office/useAct";

type ReturnFile = components["schemas"]["ReturnFile"];

/** The acts on a file other than notes; each against the version that the officer saw. */
export type FileAct =
  | { kind: "return"; body: ReturnFile }
  | { kind: "pull_back" }
  | { kind: "park"; until: string; remark: string }
  | { kind: "resume" }
  | { kind: "close"; remark: string }
  | { kind: "reopen"; reason: string }
  | { kind: "part"; subject: string }
  | { kind: "merge" }
  | { kind: "volume" }
  | { kind: "link"; fileId: string }
  | { kind: "unlink"; fileId: string }
  | { kind: "edit"; body: UpdateFile };

/** Has the officer sign, and then does it. */
export type Sign = (intent: Intent, act: Signable<Act>) => Promise<Act>;

export function actOnFile(id: string, act: FileAct, attempt: Attempt, sign: Sign): Promise<Act> {
  const { version, key } = attempt;
  const params = { path: { id }, header: { ...ifMatch(version), "Idempotency-Key": key } };
  const shown = { path: { id }, header: ifMatch(version) };
  switch (act.kind) {
    case "return": {
      const { reason, remark: words } = act.body;
      return sign(
        { kind: "return", reason, remark: words ?? "" },
        {
          attempt,
          prepare: () =>
            bodyOf(client.POST("/api/v1/files/{id}/return/preparation", { params: shown, body: act.body })),
          submit: (signature) =>
            bodyOf(client.POST("/api/v1/files/{id}/return", { params, body: { ...act.body, signature } })),
        },
      );
    }
    case "pull_back":
      return bodyOf(client.POST("/api/v1/files/{id}/pull-back", { params, body: {} }));
    case "park":
      return bodyOf(
        client.POST("/api/v1/files/{id}/parking", {
          params,
          body: { until: act.until, ...remark(act.remark) },
        }),
      );
    case "resume":
      return bodyOf(client.POST("/api/v1/files/{id}/resumption", { params, body: {} }));
    case "close": {
      const body = remark(act.remark);
      return sign(
        { kind: "close", remark: act.remark },
        {
          attempt,
          prepare: () =>
            bodyOf(client.POST("/api/v1/files/{id}/closure/preparation", { params: shown, body })),
          submit: (signature) =>
            bodyOf(client.POST("/api/v1/files/{id}/closure", { params, body: { ...body, signature } })),
        },
      );
    }
    case "reopen":
      return bodyOf(client.POST("/api/v1/files/{id}/reopening", { params, body: { reason: act.reason } }));
    case "part":
      return bodyOf(
        client.POST("/api/v1/files/{id}/parts", {
          params,
          body: act.subject ? { subject: act.subject } : {},
        }),
      );
    case "merge":
      return bodyOf(client.POST("/api/v1/files/{id}/merge", { params, body: {} }));
    case "volume":
      return bodyOf(client.POST("/api/v1/files/{id}/volumes", { params, body: {} }));
    case "link":
      return bodyOf(client.POST("/api/v1/files/{id}/links", { params, body: { file_id: act.fileId } }));
    case "unlink": {
      const path = { id, other_id: act.fileId };
      return bodyOf(client.DELETE("/api/v1/files/{id}/links/{other_id}", { params: { ...params, path } }));
    }
    case "edit":
      return bodyOf(client.PATCH("/api/v1/files/{id}", { params, body: act.body }));
  }
}

const remark = (text: string) => (text ? { remark: text } : {});

export function openFile(body: OpenFile, { key }: Attempt): Promise<Act> {
  return bodyOf(client.POST("/api/v1/files", { params: { header: { "Idempotency-Key": key } }, body }));
}

/** Tells the server that the holder has opened the file: from now on the sender cannot pull it back. */
export function recordOpening(id: string, version: number): Promise<Act> {
  const params = { path: { id }, header: ifMatch(version) };
  return bodyOf(client.POST("/api/v1/files/{id}/opening", { params, body: {} }));
}
