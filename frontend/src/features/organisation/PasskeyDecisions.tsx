import { Trans, useLingui } from "@lingui/react";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { bodyOf, client } from "@/api/client";
import { ifMatch } from "@/api/headers";
import { isProblem } from "@/api/problem";
import type { GivenReason, Passkey, Person } from "@/api/schema";
import { nameOf, Time } from "@/i18n/format";
import { ActDialog } from "@/office/ActDialog";
import { revocationReasonLabel } from "@/office/factorWords";
import { type Attempt, useAct } from "@/office/useAct";
import { Checkbox } from "@/ui/Checkbox";
import { Select } from "@/ui/Field";
import { toast } from "@/ui/toast";

interface PasskeyDialogProps {
  passkey: Passkey;
  onClose: () => void;
}

/** Approves only who says that he has asked the owner. */
export function ApprovePasskeyDialog({ passkey, onClose }: PasskeyDialogProps) {
  const { i18n } = useLingui();
  const [checked, setChecked] = useState(false);
  const [asked, setAsked] = useState(false);
  const name = nameOf(passkey.person);
  const { act, error, isPending } = usePasskeyAct({
    passkey,
    done: i18n._({
      id: "passkey.admin.approved",
      message: "The passkey of {name} has been approved.",
      values: { name },
    }),
    onClose,
    send: (_: null, header) =>
      bodyOf(
        client.POST("/api/v1/passkeys/{id}/approval", {
          params: { path: { id: passkey.id }, header },
          body: {},
        }),
      ),
  });
  const submit = () => {
    setAsked(true);
    if (checked) act(null);
  };
  return (
    <ActDialog
      title={i18n._({
        id: "passkey.admin.approve.title",
        message: "Approve the passkey of {name}?",
        values: { name },
      })}
      effect={
        <Trans
          id="passkey.admin.approve.effect"
          message="From now on this device opens the office in this name, without a password. Ask the person, face to face or by telephone on a number that you know: did you add “{passkey}” on {time}? Never approve on the word of a message."
          values={{ passkey: <bdi>{passkey.name}</bdi>, time: <Time at={passkey.created_at} /> }}
        />
      }
      action={i18n._({ id: "passkey.admin.approve", message: "Approve" })}
      pending={isPending}
      error={error}
      onSubmit={submit}
      onClose={onClose}
    >
      {passkey.state === "suspected" && (
        <p className="rounded-md bg-red-soft px-3 py-2 text-red">
          <Trans
            id="passkey.admin.suspected"
            message="Its counter went back: there may be a copy. Where you are not sure, revoke it and let the owner make a new one."
          />
        </p>
      )}
      <Checkbox
        checked={checked}
        onChange={(event) => setChecked(event.target.checked)}
        label={
          <Trans
            id="passkey.admin.checked"
            message="I have spoken with {name}, face to face or by telephone, and this is the person's own passkey."
            values={{ name: <bdi>{name}</bdi> }}
          />
        }
      />
      {asked && !checked && (
        <p role="alert" className="text-sm text-red">
          <Trans id="passkey.admin.check" message="Make sure with the person first, then confirm it here." />
        </p>
      )}
    </ActDialog>
  );
}

export function RevokePasskeyDialog({ passkey, onClose }: PasskeyDialogProps) {
  const { i18n } = useLingui();
  const reason = useReason();
  const name = nameOf(passkey.person);
  const { act, error, isPending } = usePasskeyAct({
    passkey,
    done: i18n._({
      id: "passkey.admin.revoked",
      message: "The passkey of {name} has been revoked.",
      values: { name },
    }),
    onClose,
    send: (reason: GivenReason, header) =>
      bodyOf(
        client.POST("/api/v1/passkeys/{id}/revocation", {
          params: { path: { id: passkey.id }, header },
          body: { reason },
        }),
      ),
  });
  return (
    <ActDialog
      danger
      title={i18n._({
        id: "passkey.admin.revoke.title",
        message: "Revoke the passkey of {name}?",
        values: { name },
      })}
      effect={
        <Trans
          id="passkey.admin.revoke.effect"
          message="“{passkey}” stops working at once and for good. The person is told."
          values={{ passkey: <bdi>{passkey.name}</bdi> }}
        />
      }
      action={i18n._({ id: "passkey.revoke", message: "Revoke" })}
      pending={isPending}
      error={error}
      onSubmit={() => reason.withIt(act)}
      onClose={onClose}
    >
      {reason.field}
    </ActDialog>
  );
}

/** Takes all second factors from somebody who lost them. */
export function ResetFactorsDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const { i18n } = useLingui();
  const reason = useReason();
  const name = nameOf(person);
  const { act, error, isPending } = useAct({
    send: (reason: GivenReason, { key }: Attempt) =>
      bodyOf(
        client.POST("/api/v1/persons/{id}/factor-reset", {
          params: { path: { id: person.id }, header: { "Idempotency-Key": key } },
          body: { reason },
        }),
      ),
    onDone: () => {
      toast(
        i18n._({
          id: "factor.reset.done",
          message: "The second factors of {name} have been reset.",
          values: { name },
        }),
      );
      onClose();
    },
  });
  return (
    <ActDialog
      danger
      title={i18n._({
        id: "factor.reset.title",
        message: "Reset the second factors of {name}?",
        values: { name },
      })}
      effect={
        <Trans
          id="factor.reset.effect"
          message="Phone, recovery codes and passkeys stop working, and every session ends. Until new ones are set up, the password alone lets in: so make sure first, face to face or by telephone, that the person asks for it."
        />
      }
      action={i18n._({ id: "factor.reset.do", message: "Reset" })}
      pending={isPending}
      error={error}
      onSubmit={() => reason.withIt(act)}
      onClose={onClose}
    >
      {reason.field}
    </ActDialog>
  );
}

interface PasskeyAct<Input> {
  passkey: Passkey;
  done: string;
  onClose: () => void;
  send: (input: Input, header: { "If-Match": string; "Idempotency-Key": string }) => Promise<unknown>;
}

/** An act on one passkey; the lists, and the count beside their name, are read again after it. */
function usePasskeyAct<Input>({ passkey, done, onClose, send }: PasskeyAct<Input>) {
  const queries = useQueryClient();
  const refresh = () => void queries.invalidateQueries({ queryKey: ["get", "/api/v1/passkeys"] });
  return useAct({
    version: passkey.version,
    send: (input: Input, { key, version }: Attempt) =>
      send(input, { ...ifMatch(version), "Idempotency-Key": key }),
    onDone: () => {
      refresh();
      toast(done);
      onClose();
    },
    onFailed: (error) => {
      if (isProblem(error, "stale")) refresh();
    },
  });
}

const REASONS: GivenReason[] = ["lost", "compromised", "replaced", "not_recognised"];

/** Why a factor is taken away; nothing is chosen beforehand. */
function useReason() {
  const { i18n } = useLingui();
  const [reason, setReason] = useState<GivenReason | "">("");
  const [missing, setMissing] = useState(false);
  return {
    withIt: (act: (reason: GivenReason) => void) => {
      setMissing(reason === "");
      if (reason !== "") act(reason);
    },
    field: (
      <Select
        label={i18n._({ id: "factor.reason", message: "Reason" })}
        value={reason}
        onChange={(event) => {
          setReason(event.target.value as GivenReason | "");
          setMissing(false);
        }}
        error={
          missing ? i18n._({ id: "factor.reason.choose", message: "Please choose a reason." }) : undefined
        }
      >
        <option value="" />
        {REASONS.map((one) => (
          <option key={one} value={one}>
            {revocationReasonLabel(i18n, one)}
          </option>
        ))}
      </Select>
    ),
  };
}
