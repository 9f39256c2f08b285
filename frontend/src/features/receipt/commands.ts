import { bodyOf, client } from "@/api/client";
import { ifMatch } from "@/api/headers";
import type {
  Act,
  CorrectReceipt,
  DiariseReceipt,
  DisposeReceipt,
  MarkReceipt,
  PutReceiptOnFile,
  ReturnReceipt,
} from "@/api/schema";
import type { Attempt } from "@/office/useAct";

export function diarise(body: DiariseReceipt, { key }: Attempt): Promise<Act> {
  return bodyOf(client.POST("/api/v1/receipts", { params: { header: { "Idempotency-Key": key } }, body }));
}

/** The acts on a receipt; each against the version that the officer saw. */
export type ReceiptAct =
  | { kind: "correct"; body: CorrectReceipt }
  | { kind: "mark"; body: MarkReceipt }
  | { kind: "accept" }
  | { kind: "return"; body: ReturnReceipt }
  | { kind: "file"; body: PutReceiptOnFile }
  | { kind: "dispose"; body: DisposeReceipt }
  | { kind: "reopen"; reason: string }
  | { kind: "seen" };

export function actOnReceipt(id: string, act: ReceiptAct, { version, key }: Attempt): Promise<unknown> {
  const params = { path: { id }, header: { ...ifMatch(version), "Idempotency-Key": key } };
  switch (act.kind) {
    case "correct":
      return bodyOf(client.PATCH("/api/v1/receipts/{id}", { params, body: act.body }));
    case "mark":
      return bodyOf(client.POST("/api/v1/receipts/{id}/markings", { params, body: act.body }));
    case "accept":
      return bodyOf(client.POST("/api/v1/receipts/{id}/acceptance", { params, body: {} }));
    case "return":
      return bodyOf(client.POST("/api/v1/receipts/{id}/return", { params, body: act.body }));
    case "file":
      return bodyOf(client.POST("/api/v1/receipts/{id}/filing", { params, body: act.body }));
    case "dispose":
      return bodyOf(client.POST("/api/v1/receipts/{id}/disposal", { params, body: act.body }));
    case "seen":
      return client.POST("/api/v1/desk/seen-copies", {
        params: { header: { "Idempotency-Key": key } },
        body: { receipt_ids: [id] },
      });
    case "reopen":
      return bodyOf(client.POST("/api/v1/receipts/{id}/reopening", { params, body: { reason: act.reason } }));
  }
}
