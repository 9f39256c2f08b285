import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import { client } from "@/api/client";
import { ifMatch } from "@/api/headers";
import type { MyFactors, MyPasskey } from "@/api/schema";
import { Time } from "@/i18n/format";
import { passkeyStateLabel } from "@/office/factorWords";
import { PasskeyChip } from "@/office/PasskeyChip";
import { useProof } from "@/office/useProof";
import { Button } from "@/ui/Button";
import { confirm } from "@/ui/confirm";
import { Menu } from "@/ui/Menu";
import { PlusIcon } from "@/ui/paperIcons";
import { isAddress, localTwin, passkeysHere } from "@/ui/passkeysHere";
import { Factor } from "./Factor";
import { AddPasskeyDialog, RenamePasskeyDialog } from "./PasskeyDialogs";
import { useFactorChange } from "./useFactorChange";

/** My passkeys: the devices that can sign me in without a password. */
export function Passkeys({ factors }: { factors: MyFactors }) {
  const [adding, setAdding] = useState(false);
  const possible = factors.passkeys_possible && passkeysHere();
  // The latest first; what was revoked is history, and comes last.
  const passkeys = [...factors.passkeys].sort(
    (one, other) =>
      Number(one.state === "revoked") - Number(other.state === "revoked") ||
      other.created_at.localeCompare(one.created_at),
  );
  return (
    <>
      <Factor
        title={<Trans id="passkey.title" message="Passkeys" />}
        actions={
          possible && (
            <Button icon={<PlusIcon />} onClick={() => setAdding(true)}>
              <Trans id="passkey.add" message="Add a passkey" />
            </Button>
          )
        }
      >
        <Trans
          id="passkey.about"
          message="A device that you unlock by finger, face or PIN signs you in without a password. An administrator approves each one first."
        />
      </Factor>
      {!possible && <Impossible factors={factors} />}
      {passkeys.length > 0 && (
        <ul className="divide-y divide-line rounded-md border border-line">
          {passkeys.map((passkey) => (
            <PasskeyRow key={passkey.id} passkey={passkey} />
          ))}
        </ul>
      )}
      {adding && <AddPasskeyDialog onClose={() => setAdding(false)} />}
    </>
  );
}

/** Why no passkey can be made here, and where one can. */
function Impossible({ factors }: { factors: MyFactors }) {
  const twin = factors.passkeys_possible ? localTwin(window.location) : null;
  return (
    <p className="rounded-md bg-amber-soft px-3 py-2">
      {twin ? (
        <>
          <Trans
            id="passkey.impossible.here"
            message="Browsers make no passkeys for an address in numbers. This machine has a name for itself; there they work:"
          />{" "}
          <a href={twin} dir="ltr" className="inline-block break-all text-accent underline">
            {twin}
          </a>
        </>
      ) : factors.passkeys_impossible_because === "not_secure" ? (
        <Trans
          id="passkey.impossible.insecure"
          message="Passkeys need a protected connection (https), which this office's address does not have. Ask those who run the server."
        />
      ) : isAddress(window.location.hostname) ? (
        <Trans
          id="passkey.impossible.address"
          message="Browsers make no passkeys for an address in numbers. Open the office by its name; where it has none, ask those who run the server."
        />
      ) : (
        <Trans
          id="passkey.impossible.browser"
          message="This browser knows no passkeys. Use a newer one, or another device."
        />
      )}
    </p>
  );
}

function PasskeyRow({ passkey }: { passkey: MyPasskey }) {
  const { i18n } = useLingui();
  const [renaming, setRenaming] = useState(false);
  const { withProof, proofDialog } = useProof();
  const params = { path: { id: passkey.id }, header: ifMatch(passkey.version) };
  const revoke = useFactorChange({
    send: () => withProof(() => client.DELETE("/api/v1/me/passkeys/{id}", { params })),
    done: i18n._({ id: "passkey.revoked", message: "The passkey has been revoked." }),
  });
  const askToRevoke = async () => {
    const yes = await confirm({
      title: i18n._({
        id: "passkey.revoke.ask",
        message: "Revoke the passkey “{name}”?",
        values: { name: passkey.name },
      }),
      body: i18n._({
        id: "passkey.revoke.effect",
        message:
          "It stops working at once and for good. A new one for the same device must be approved anew.",
      }),
      action: i18n._({ id: "passkey.revoke", message: "Revoke" }),
      danger: true,
    });
    if (yes) revoke.mutate(undefined);
  };
  const isRevoked = passkey.state === "revoked";
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 px-3 py-2">
      <div className="min-w-0 flex-1 basis-64">
        <p>
          <bdi className={isRevoked ? "text-muted line-through" : "font-medium lang-ur:font-normal"}>
            {passkey.name}
          </bdi>{" "}
          <PasskeyChip state={passkey.state} />
        </p>
        <p className="text-sm text-muted">
          <Trans
            id="passkey.created"
            message="added {time}"
            values={{ time: <Time at={passkey.created_at} /> }}
          />
          {" · "}
          <LastUse passkey={passkey} label={passkeyStateLabel(i18n, passkey.state)} />
        </p>
        {passkey.state === "pending" && (
          <p className="text-sm">
            <Trans
              id="passkey.pending.do"
              message="It works once an administrator has approved it. Tell him that you added it: he makes sure with you first."
            />
          </p>
        )}
        {passkey.state === "suspected" && (
          <p className="text-sm text-red">
            <Trans
              id="passkey.suspected.do"
              message="There may be a copy of it, so it no longer works. Speak with an administrator; revoke it if you have any doubt."
            />
          </p>
        )}
      </div>
      {!isRevoked && (
        <Menu
          label={i18n._({ id: "passkey.actions", message: "Actions" })}
          name={i18n._({
            id: "passkey.actionsFor",
            message: "Actions for the passkey “{name}”",
            values: { name: passkey.name },
          })}
          entries={[
            {
              id: "rename",
              label: i18n._({ id: "passkey.rename", message: "Rename" }),
              onAction: () => setRenaming(true),
            },
            {
              id: "revoke",
              danger: true,
              label: i18n._({ id: "passkey.revoke", message: "Revoke" }),
              onAction: () => void askToRevoke(),
            },
          ]}
        />
      )}
      {renaming && <RenamePasskeyDialog passkey={passkey} onClose={() => setRenaming(false)} />}
      {proofDialog}
    </li>
  );
}

function LastUse({ passkey, label }: { passkey: MyPasskey; label: string }) {
  if (passkey.state === "revoked" && passkey.decided_at) {
    return (
      <>
        {label} <Time at={passkey.decided_at} />
      </>
    );
  }
  if (!passkey.last_used_at) return <Trans id="passkey.unusedYet" message="not used yet" />;
  return (
    <Trans
      id="passkey.lastUsed"
      message="last used {time}"
      values={{ time: <Time at={passkey.last_used_at} /> }}
    />
  );
}
