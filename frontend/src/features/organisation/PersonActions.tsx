import { Trans, useLingui } from "@lingui/react";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { bodyOf, client } from "@/api/client";
import { ifMatch } from "@/api/headers";
import { useMe } from "@/api/me";
import type { Person, SetUpLink } from "@/api/schema";
import { nameOf, Time } from "@/i18n/format";
import { problemText } from "@/i18n/problems";
import { Button } from "@/ui/Button";
import { confirm } from "@/ui/confirm";
import { Dialog } from "@/ui/Dialog";
import { INPUT } from "@/ui/Field";
import { Menu } from "@/ui/Menu";
import { toast } from "@/ui/toast";
import { ResetFactorsDialog } from "./PasskeyDecisions";
import { EditPersonDialog } from "./PersonDialogs";
import { useChange } from "./useChange";

/** What an administrator can do about one person. */
export function PersonActions({ person }: { person: Person }) {
  const { i18n } = useLingui();
  const [editing, setEditing] = useState(false);
  const [resetting, setResetting] = useState(false);
  const isSelf = useMe().person.id === person.id;
  const [link, setLink] = useState<SetUpLink | null>(null);
  const issue = useMutation({
    mutationFn: () =>
      bodyOf(
        client.POST("/api/v1/persons/{id}/set-up-link", {
          params: { path: { id: person.id } },
        }),
      ),
    onSuccess: setLink,
    onError: (error) => toast(problemText(error), "failed"),
  });
  const { askToDeactivate, reactivate } = useActivity(person);
  const active = !person.deactivated_at;
  const name = nameOf(person);
  return (
    <div className="md:justify-self-end">
      <Menu
        label={i18n._({ id: "organisation.person.actions", message: "Actions" })}
        name={i18n._({
          id: "organisation.person.actionsFor",
          message: "Actions for {name}",
          values: { name },
        })}
        entries={[
          ...(active
            ? [
                {
                  id: "edit",
                  label: i18n._({
                    id: "organisation.person.edit",
                    message: "Change the person's particulars",
                  }),
                  onAction: () => setEditing(true),
                },
                {
                  id: "link",
                  label: i18n._({ id: "organisation.link.issue", message: "Issue a set-up link" }),
                  onAction: () => issue.mutate(),
                },
                ...(isSelf
                  ? []
                  : [
                      {
                        id: "reset",
                        danger: true,
                        label: i18n._({ id: "factor.reset", message: "Reset second factors" }),
                        onAction: () => setResetting(true),
                      },
                    ]),
                {
                  id: "deactivate",
                  danger: true,
                  label: i18n._({ id: "organisation.person.deactivate", message: "Deactivate" }),
                  onAction: () => void askToDeactivate(),
                },
              ]
            : [
                {
                  id: "reactivate",
                  label: i18n._({ id: "organisation.person.reactivate", message: "Reactivate" }),
                  onAction: reactivate,
                },
              ]),
        ]}
      />
      {editing && <EditPersonDialog person={person} onClose={() => setEditing(false)} />}
      {resetting && <ResetFactorsDialog person={person} onClose={() => setResetting(false)} />}
      {link && <SetUpLinkDialog link={link} name={name} onClose={() => setLink(null)} />}
    </div>
  );
}

function useActivity(person: Person) {
  const { i18n } = useLingui();
  const params = { path: { id: person.id }, header: ifMatch(person.version) };
  const deactivate = useChange(
    () => client.POST("/api/v1/persons/{id}/deactivation", { params, body: {} }),
    i18n._({ id: "organisation.person.deactivatedNow", message: "The account has been deactivated." }),
  );
  const reactivate = useChange(
    () => client.POST("/api/v1/persons/{id}/reactivation", { params, body: {} }),
    i18n._({ id: "organisation.person.reactivatedNow", message: "The account is active again." }),
  );
  const askToDeactivate = async () => {
    const yes = await confirm({
      title: i18n._({
        id: "organisation.person.deactivate.ask",
        message: "Deactivate {name}?",
        values: { name: nameOf(person) },
      }),
      body: i18n._({
        id: "organisation.person.deactivate.effect",
        message:
          "All sessions and charges end at once. Papers stay with the posts. The account can be reactivated later.",
      }),
      action: i18n._({ id: "organisation.person.deactivate", message: "Deactivate" }),
      danger: true,
    });
    if (yes) deactivate.mutate(undefined);
  };
  return { askToDeactivate, reactivate: () => reactivate.mutate(undefined) };
}

interface SetUpLinkDialogProps {
  link: SetUpLink;
  name: string;
  onClose: () => void;
}

/** The one time a set-up link is shown: the server keeps only its digest. */
function SetUpLinkDialog({ link, name, onClose }: SetUpLinkDialogProps) {
  const { i18n } = useLingui();
  const url = new URL(link.url_path, window.location.origin).href;
  const copy = async () => {
    await navigator.clipboard.writeText(url);
    toast(i18n._({ id: "organisation.link.copied", message: "The link has been copied." }));
  };
  return (
    <Dialog
      open
      alert
      onClose={onClose}
      title={i18n._({ id: "organisation.link.title", message: "Set-up link for {name}", values: { name } })}
      actions={
        <>
          <Button tone="primary" onClick={() => void copy()}>
            <Trans id="organisation.link.copy" message="Copy the link" />
          </Button>
          <Button onClick={onClose}>
            <Trans id="organisation.link.close" message="I have passed it on" />
          </Button>
        </>
      }
    >
      <p>
        <Trans
          id="organisation.link.once"
          message="This link is shown only now. Hand it over yourself; whoever has it can choose the password of the account."
        />
      </p>
      <input
        readOnly
        dir="ltr"
        aria-label={i18n._({ id: "organisation.link", message: "Set-up link" })}
        className={INPUT}
        value={url}
        onFocus={(event) => event.target.select()}
      />
      <p className="text-muted">
        <Trans
          id="organisation.link.until"
          message="It works once, until {time}."
          values={{ time: <Time at={link.expires_at} /> }}
        />
      </p>
    </Dialog>
  );
}
