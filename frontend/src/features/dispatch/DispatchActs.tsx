import { useLingui } from "@lingui/react";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { bodyOf, client } from "@/api/client";
import { ifMatch } from "@/api/headers";
import type {
  AcknowledgeDispatch,
  Act,
  Dispatch,
  DispatchLetter,
  DispatchPermission,
  ReturnDispatch,
} from "@/api/schema";
import { problemText } from "@/i18n/problems";
import { useAct } from "@/office/useAct";
import { Button } from "@/ui/Button";
import { toast } from "@/ui/toast";
import { AcknowledgeDialog, ReturnDialog, SendDialog } from "./dialogs";

type Deed =
  | { kind: "dispatch"; body: DispatchLetter }
  | { kind: "acknowledge"; body: AcknowledgeDispatch }
  | { kind: "return"; body: ReturnDispatch }
  | { kind: "retry" };

/** What may be done with it now. */
export function DispatchActs({ dispatch }: { dispatch: Dispatch }) {
  const { i18n } = useLingui();
  const queries = useQueryClient();
  const [open, setOpen] = useState<DispatchPermission | null>(null);
  const refresh = () => {
    for (const path of ["/api/v1/dispatches", "/api/v1/dispatches/{id}", "/api/v1/issues"]) {
      void queries.invalidateQueries({ queryKey: ["get", path] });
    }
  };
  const done = {
    dispatch: i18n._({ id: "dispatch.done.dispatch", message: "Written down as sent." }),
    acknowledge: i18n._({ id: "dispatch.done.acknowledge", message: "Written down as acknowledged." }),
    return: i18n._({ id: "dispatch.done.return", message: "Written down as come back." }),
    retry: i18n._({ id: "dispatch.done.retry", message: "It is tried again in a moment." }),
  };
  const acting = useAct<Deed, Act>({
    version: dispatch.version,
    send: (deed, { version, key }) => {
      const header = { ...ifMatch(version), "Idempotency-Key": key };
      return sendDeed(deed, { path: { id: dispatch.id }, header });
    },
    onDone: (_, { kind }) => {
      setOpen(null);
      refresh();
      toast(done[kind]);
    },
    onFailed: (error) => {
      refresh();
      if (!open) toast(problemText(error), "failed");
    },
  });
  // What the office sends by itself, or sent in vain, the registry sends by post or by hand.
  const isTried = dispatch.mail?.state === "waiting" || dispatch.mail?.state === "delayed";
  const labels: Record<DispatchPermission, string> = {
    dispatch: dispatch.mail
      ? i18n._({ id: "dispatch.act.otherwise", message: "Send another way" })
      : i18n._({ id: "dispatch.act.dispatch", message: "Send" }),
    acknowledge: i18n._({ id: "dispatch.act.acknowledge", message: "Acknowledged" }),
    return: i18n._({ id: "dispatch.act.return", message: "Came back" }),
    retry: i18n._({ id: "dispatch.act.retry", message: "Try again" }),
  };
  const dialog = {
    dispatch,
    pending: acting.isPending,
    error: acting.error,
    onClose: () => {
      acting.reset();
      setOpen(null);
    },
  };
  const dialogs: Record<Exclude<DispatchPermission, "retry">, () => ReactNode> = {
    dispatch: () => <SendDialog {...dialog} onAct={(body) => acting.act({ kind: "dispatch", body })} />,
    acknowledge: () => (
      <AcknowledgeDialog {...dialog} onAct={(body) => acting.act({ kind: "acknowledge", body })} />
    ),
    return: () => <ReturnDialog {...dialog} onAct={(body) => acting.act({ kind: "return", body })} />,
  };
  return (
    <>
      {dispatch.can.map((one, index) => (
        <Button
          key={one}
          tone={index === 0 && !isTried ? "primary" : "plain"}
          pending={one === "retry" && acting.isPending}
          onClick={() => (one === "retry" ? acting.act({ kind: "retry" }) : setOpen(one))}
        >
          {labels[one]}
        </Button>
      ))}
      {open && open !== "retry" && dialogs[open]()}
    </>
  );
}

interface Params {
  path: { id: string };
  header: { "If-Match": string; "Idempotency-Key": string };
}

function sendDeed(deed: Deed, params: Params): Promise<Act> {
  switch (deed.kind) {
    case "dispatch":
      return bodyOf(client.POST("/api/v1/dispatches/{id}/dispatching", { params, body: deed.body }));
    case "acknowledge":
      return bodyOf(client.POST("/api/v1/dispatches/{id}/acknowledgement", { params, body: deed.body }));
    case "return":
      return bodyOf(client.POST("/api/v1/dispatches/{id}/return", { params, body: deed.body }));
    case "retry":
      return bodyOf(client.POST("/api/v1/dispatches/{id}/retry", { params, body: {} }));
  }
}
