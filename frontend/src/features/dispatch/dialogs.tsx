import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import type { AcknowledgeDispatch, Dispatch, DispatchLetter, ReturnDispatch } from "@/api/schema";
import { Num, today } from "@/i18n/format";
import { ActDialog } from "@/office/ActDialog";
import { Address } from "@/office/dispatch/Address";
import { channelLabel } from "@/office/dispatch/words";
import { BoundedArea, BoundedField } from "@/ui/Bounded";
import { DateField } from "@/ui/DateField";
import { Select } from "@/ui/Field";

interface DialogProps<Body> {
  dispatch: Dispatch;
  pending: boolean;
  error: unknown;
  onAct: (body: Body) => void;
  onClose: () => void;
}

/** Which letter to whom, above what is asked. */
export function Which({ dispatch }: { dispatch: Dispatch }) {
  return (
    <div className="rounded-md bg-sunken px-3 py-2">
      <Num className="text-sm text-muted">{dispatch.number}</Num>
      <Address address={dispatch.address} />
    </div>
  );
}

interface DayProps {
  label: string;
  /** No earlier than this. */
  from: string;
  value: string;
  tried: boolean;
  onChange: (day: string) => void;
}

const isDay = (day: string, from: string) => day !== "" && day >= from && day <= today();

function DayField({ label, from, value, tried, onChange }: DayProps) {
  const { i18n } = useLingui();
  const isWrong = tried && !isDay(value, from);
  return (
    <DateField
      label={label}
      min={from}
      max={today()}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      error={
        isWrong
          ? i18n._({
              id: "dispatch.day.wrong",
              message: "A day up to today, and none before it left or was issued.",
            })
          : undefined
      }
    />
  );
}

export function SendDialog({ onAct, ...dialog }: DialogProps<DispatchLetter>) {
  const { i18n } = useLingui();
  const from = dialog.dispatch.issued_on;
  const [channel, setChannel] = useState<"post" | "hand">("post");
  const [on, setOn] = useState(today());
  const [carrier, setCarrier] = useState("");
  const [reference, setReference] = useState("");
  const [tried, setTried] = useState(false);
  const submit = () => {
    setTried(true);
    if (!isDay(on, from)) return;
    onAct({
      channel,
      on,
      ...(carrier.trim() && { carrier: carrier.trim() }),
      ...(reference.trim() && { reference: reference.trim() }),
    });
  };
  return (
    <ActDialog
      {...dialog}
      title={i18n._({ id: "dispatch.send.title", message: "It leaves the office" })}
      action={i18n._({ id: "dispatch.send.do", message: "Write it down" })}
      onSubmit={submit}
    >
      <Which dispatch={dialog.dispatch} />
      <div className="grid gap-3 sm:grid-cols-2">
        <Select
          label={i18n._({ id: "dispatch.channel", message: "How it goes" })}
          value={channel}
          onChange={(event) => setChannel(event.target.value as "post" | "hand")}
        >
          {(["post", "hand"] as const).map((one) => (
            <option key={one} value={one}>
              {channelLabel(i18n, one)}
            </option>
          ))}
        </Select>
        <DayField
          label={i18n._({ id: "dispatch.send.on", message: "Left on" })}
          from={from}
          value={on}
          tried={tried}
          onChange={setOn}
        />
        <BoundedField
          label={i18n._({ id: "dispatch.carrier", message: "Carrier" })}
          optional
          dir="auto"
          most={120}
          value={carrier}
          onChange={(event) => setCarrier(event.target.value)}
        />
        <BoundedField
          label={
            channel === "post"
              ? i18n._({ id: "dispatch.consignment", message: "Consignment number" })
              : i18n._({ id: "dispatch.peonBook", message: "Number in the peon book" })
          }
          optional
          dir="auto"
          most={120}
          value={reference}
          onChange={(event) => setReference(event.target.value)}
        />
      </div>
    </ActDialog>
  );
}

export function AcknowledgeDialog({ onAct, ...dialog }: DialogProps<AcknowledgeDispatch>) {
  const { i18n } = useLingui();
  const from = dialog.dispatch.dispatched_on ?? dialog.dispatch.issued_on;
  const [on, setOn] = useState(today());
  const [by, setBy] = useState("");
  const [tried, setTried] = useState(false);
  const submit = () => {
    setTried(true);
    if (isDay(on, from)) onAct({ on, ...(by.trim() && { by_whom: by.trim() }) });
  };
  return (
    <ActDialog
      {...dialog}
      title={i18n._({ id: "dispatch.acknowledge.title", message: "The addressee has it" })}
      action={i18n._({ id: "dispatch.send.do", message: "Write it down" })}
      onSubmit={submit}
    >
      <Which dispatch={dialog.dispatch} />
      <DayField
        label={i18n._({ id: "dispatch.acknowledge.on", message: "Acknowledged on" })}
        from={from}
        value={on}
        tried={tried}
        onChange={setOn}
      />
      <BoundedField
        label={i18n._({ id: "dispatch.acknowledge.by", message: "Who signed for it" })}
        optional
        dir="auto"
        most={120}
        value={by}
        onChange={(event) => setBy(event.target.value)}
      />
    </ActDialog>
  );
}

export function ReturnDialog({ onAct, ...dialog }: DialogProps<ReturnDispatch>) {
  const { i18n } = useLingui();
  const from = dialog.dispatch.dispatched_on ?? dialog.dispatch.issued_on;
  const [on, setOn] = useState(today());
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const submit = () => {
    setTried(true);
    if (isDay(on, from) && reason.trim()) onAct({ on, reason: reason.trim() });
  };
  return (
    <ActDialog
      {...dialog}
      title={i18n._({ id: "dispatch.return.title", message: "It came back" })}
      effect={<Trans id="dispatch.return.effect" message="It can then be sent again, or go another way." />}
      action={i18n._({ id: "dispatch.send.do", message: "Write it down" })}
      onSubmit={submit}
    >
      <Which dispatch={dialog.dispatch} />
      <DayField
        label={i18n._({ id: "dispatch.return.on", message: "Came back on" })}
        from={from}
        value={on}
        tried={tried}
        onChange={setOn}
      />
      <BoundedArea
        label={i18n._({ id: "dispatch.return.reason", message: "Why, as the carrier says" })}
        dir="auto"
        most={300}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        error={
          tried && !reason.trim()
            ? i18n._({ id: "dispatch.return.say", message: "Say why it came back" })
            : undefined
        }
      />
    </ActDialog>
  );
}
