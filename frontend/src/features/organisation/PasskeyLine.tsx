import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import { useMe } from "@/api/me";
import type { Passkey } from "@/api/schema";
import { nameOf, Time } from "@/i18n/format";
import { revocationReasonLabel } from "@/office/factorWords";
import { PasskeyChip } from "@/office/PasskeyChip";
import { Button } from "@/ui/Button";
import { ApprovePasskeyDialog, RevokePasskeyDialog } from "./PasskeyDecisions";

/** One passkey of somebody, and what an administrator decides about it. */
export function PasskeyLine({ passkey }: { passkey: Passkey }) {
  const { i18n } = useLingui();
  const { person } = useMe();
  const [open, setOpen] = useState<"approve" | "revoke" | null>(null);
  const isOwn = passkey.person.id === person.id;
  const waits = passkey.state === "pending" || passkey.state === "suspected";
  const name = nameOf(passkey.person);
  const of = { name, passkey: passkey.name };
  return (
    <li className="flex flex-wrap items-center gap-x-5 gap-y-2 px-4 py-3">
      <div className="min-w-0 flex-1 basis-72">
        <p>
          <bdi className="font-medium lang-ur:font-normal">{name}</bdi> <PasskeyChip state={passkey.state} />
        </p>
        <p className="text-sm text-muted">
          <bdi className="text-ink">{passkey.name}</bdi>
          {" · "}
          <Trans
            id="passkey.created"
            message="added {time}"
            values={{ time: <Time at={passkey.created_at} /> }}
          />
          {passkey.last_used_at && (
            <>
              {" · "}
              <Trans
                id="passkey.lastUsed"
                message="last used {time}"
                values={{ time: <Time at={passkey.last_used_at} /> }}
              />
            </>
          )}
          {passkey.reason && (
            <>
              {" · "}
              {revocationReasonLabel(i18n, passkey.reason)}
            </>
          )}
          {passkey.backed_up && (
            <>
              {" · "}
              <Trans id="passkey.backedUp" message="kept in its owner's cloud too" />
            </>
          )}
        </p>
        {waits && isOwn && (
          <p className="text-sm">
            <Trans
              id="passkey.admin.own"
              message="This one is your own: another administrator must approve it."
            />
          </p>
        )}
      </div>
      {passkey.state !== "revoked" && (
        <div className="flex flex-wrap gap-2">
          {waits && !isOwn && (
            <Button
              tone="primary"
              aria-label={i18n._({
                id: "passkey.admin.approveFor",
                message: "Approve the passkey “{passkey}” of {name}",
                values: of,
              })}
              onClick={() => setOpen("approve")}
            >
              <Trans id="passkey.admin.approve" message="Approve" />
            </Button>
          )}
          <Button
            tone="danger"
            aria-label={i18n._({
              id: "passkey.admin.revokeFor",
              message: "Revoke the passkey “{passkey}” of {name}",
              values: of,
            })}
            onClick={() => setOpen("revoke")}
          >
            <Trans id="passkey.revoke" message="Revoke" />
          </Button>
        </div>
      )}
      {open === "approve" && <ApprovePasskeyDialog passkey={passkey} onClose={() => setOpen(null)} />}
      {open === "revoke" && <RevokePasskeyDialog passkey={passkey} onClose={() => setOpen(null)} />}
    </li>
  );
}
