import type { I18n } from "@lingui/core";
import { useLingui } from "@lingui/react";
import { type ReactNode, useState } from "react";
import { BoundedArea } from "@/ui/Bounded";
import { Select } from "@/ui/Field";
import { ActDialog } from "./ActDialog";

interface ReasonDialogProps<Reason extends string> {
  title: string;
  effect?: ReactNode;
  action: string;
  /** The first is chosen; `other` needs a remark. */
  reasons: readonly [Reason, ...Reason[]];
  label: (i18n: I18n, reason: Reason) => string;
  /** What is to be known before the reason. */
  children?: ReactNode;
  pending: boolean;
  error: unknown;
  isOver?: boolean;
  onReason: (body: { reason: Reason; remark?: string }) => void;
  onClose: () => void;
}

/** One act that needs a reason of a list, and perhaps words. */
export function ReasonDialog<Reason extends string>(props: ReasonDialogProps<Reason>) {
  const { reasons, label, children, onReason, ...dialog } = props;
  const { i18n } = useLingui();
  const [reason, setReason] = useState<Reason>(reasons[0]);
  const [remark, setRemark] = useState("");
  const [tried, setTried] = useState(false);
  const words = remark.trim();
  const missing = reason === "other" && !words;
  const submit = () => {
    setTried(true);
    if (!missing) onReason({ reason, ...(words && { remark: words }) });
  };
  return (
    <ActDialog {...dialog} onSubmit={submit}>
      {children}
      <Select
        label={i18n._({ id: "paper.reason", message: "Reason" })}
        value={reason}
        onChange={(event) => setReason(event.target.value as Reason)}
      >
        {reasons.map((key) => (
          <option key={key} value={key}>
            {label(i18n, key)}
          </option>
        ))}
      </Select>
      <BoundedArea
        label={i18n._({ id: "paper.remark", message: "Remark" })}
        optional={reason !== "other"}
        dir="auto"
        most={500}
        value={remark}
        onChange={(event) => setRemark(event.target.value)}
        error={tried && missing ? i18n._({ id: "paper.reason.say", message: "Say which reason" }) : undefined}
      />
    </ActDialog>
  );
}
