import { Trans, useLingui } from "@lingui/react";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { bodyOf, client } from "@/api/client";
import { ifMatch } from "@/api/headers";
import type { Act, Mail, SetMailAside } from "@/api/schema";
import { problemText } from "@/i18n/problems";
import { ReasonDialog } from "@/office/ReasonDialog";
import { useAct } from "@/office/useAct";
import { Button, ButtonLink } from "@/ui/Button";
import { toast } from "@/ui/toast";
import { REASONS, reasonWords } from "./words";

type MailAct = { kind: "aside"; body: SetMailAside } | { kind: "back" };

/** What may be done with a mail now. */
export function MailActs({ mail }: { mail: Mail }) {
  const { i18n } = useLingui();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const { id, state } = mail.summary;
  const acting = useAct<MailAct, Act>({
    version: mail.version,
    send: (act, { version, key }) => {
      const params = { path: { id }, header: { ...ifMatch(version), "Idempotency-Key": key } };
      return act.kind === "aside"
        ? bodyOf(client.POST("/api/v1/mails/{id}/setting-aside", { params, body: act.body }))
        : bodyOf(client.POST("/api/v1/mails/{id}/bringing-back", { params, body: {} }));
    },
    onDone: (_, { kind }) => {
      setOpen(false);
      void queries.invalidateQueries({ queryKey: ["get", "/api/v1/mails"] });
      void queries.invalidateQueries({ queryKey: ["get", "/api/v1/mails/{id}"] });
      toast(
        kind === "aside"
          ? i18n._({ id: "mail.done.aside", message: "The mail is set aside." })
          : i18n._({ id: "mail.done.back", message: "The mail waits again." }),
      );
    },
    onFailed: (error) => {
      if (!open) toast(problemText(error), "failed");
    },
  });
  if (state === "set_aside") {
    return (
      <Button pending={acting.isPending} onClick={() => acting.act({ kind: "back" })}>
        <Trans id="mail.act.back" message="Bring back" />
      </Button>
    );
  }
  if (state !== "waiting") return null;
  return (
    <div className="flex flex-wrap gap-1.5">
      <ButtonLink tone="primary" to="/registry/new" search={{ mail: id }}>
        <Trans id="mail.act.diarise" message="Diarise" />
      </ButtonLink>
      <Button onClick={() => setOpen(true)}>
        <Trans id="mail.act.aside" message="Set aside" />
      </Button>
      {open && (
        <ReasonDialog
          title={i18n._({ id: "mail.aside.title", message: "Set the mail aside" })}
          effect={i18n._({
            id: "mail.aside.effect",
            message:
              "It gets no diary number. It stays under Set aside, with your reason, and can be brought back.",
          })}
          action={i18n._({ id: "mail.act.aside", message: "Set aside" })}
          reasons={REASONS}
          label={reasonWords}
          onReason={(body) => acting.act({ kind: "aside", body })}
          onClose={() => {
            acting.reset();
            setOpen(false);
          }}
          pending={acting.isPending}
          error={acting.error}
        />
      )}
    </div>
  );
}
