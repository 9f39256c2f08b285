import { useLingui } from "@lingui/react";
import { useState } from "react";
import type { Communication, VettingVerdict } from "@/api/schema";
import { ActDialog } from "@/office/ActDialog";
import { RadioRow } from "@/office/RadioRow";
import { unlessNotSigned } from "@/office/signing/NotSigned";
import { BoundedArea, lettersOver } from "@/ui/Bounded";
import { MOST_REMARK } from "./content";
import type { SaveSnapshot } from "./contentSaver";
import { TextToSign, useTextToSign } from "./TextToSign";
import type { DraftActing } from "./useDraftAct";

export interface DraftDialogProps {
  draft: Communication;
  snapshot: SaveSnapshot;
  acting: DraftActing;
  /** It can no longer be done. */
  isOver: boolean;
  onClose: () => void;
}

/** The verdict of whoever vets it. */
export function VetDialog({ snapshot, acting, isOver, onClose }: DraftDialogProps) {
  const { i18n } = useLingui();
  const [verdict, setVerdict] = useState<VettingVerdict | null>(null);
  const [remark, setRemark] = useState("");
  const [tried, setTried] = useState(false);
  const lacksWords = verdict === "objected" && !remark.trim();
  const submit = () => {
    setTried(true);
    if (!verdict || lacksWords || lettersOver(remark, MOST_REMARK) > 0) return;
    acting.act({ kind: "vetting", text: snapshot.textNumber, verdict, remark: remark.trim() });
  };
  return (
    <ActDialog
      title={i18n._({
        id: "draft.vet.title",
        message: "Vet text {number}",
        values: { number: snapshot.textNumber },
      })}
      effect={i18n._({
        id: "draft.vet.effect",
        message: "Your verdict is recorded with this text, which stays as it is from then on.",
      })}
      action={i18n._({ id: "draft.vet.do", message: "Record the verdict" })}
      pending={acting.isPending}
      error={acting.error}
      isOver={isOver}
      onSubmit={submit}
      onClose={onClose}
    >
      <RadioRow
        label={i18n._({ id: "draft.vet.verdict", message: "Verdict" })}
        value={verdict}
        onChange={setVerdict}
        options={[
          { value: "passed", label: i18n._({ id: "draft.vet.passed", message: "It may go as it is" }) },
          { value: "objected", label: i18n._({ id: "draft.vet.objected", message: "I object" }) },
        ]}
      />
      {tried && !verdict && (
        <p role="alert" className="text-sm text-red">
          {i18n._({ id: "draft.vet.missing", message: "Choose a verdict first" })}
        </p>
      )}
      <BoundedArea
        label={i18n._({ id: "paper.remark", message: "Remark" })}
        optional={verdict !== "objected"}
        dir="auto"
        most={MOST_REMARK}
        value={remark}
        onChange={(event) => setRemark(event.target.value)}
        error={
          tried && lacksWords ? i18n._({ id: "draft.vet.why", message: "Say what you object to" }) : undefined
        }
      />
    </ActDialog>
  );
}

/** Gives the draft up. */
export function WithdrawDialog({ acting, isOver, onClose }: DraftDialogProps) {
  const { i18n } = useLingui();
  const [remark, setRemark] = useState("");
  const [tried, setTried] = useState(false);
  const submit = () => {
    setTried(true);
    if (remark.trim() && lettersOver(remark, MOST_REMARK) === 0) {
      acting.act({ kind: "withdraw", remark: remark.trim() });
    }
  };
  return (
    <ActDialog
      danger
      title={i18n._({ id: "draft.withdraw.title", message: "Withdraw the draft" })}
      effect={i18n._({
        id: "draft.withdraw.effect",
        message: "It is given up for good. Its texts and remarks stay readable on the file.",
      })}
      action={i18n._({ id: "draft.withdraw", message: "Withdraw" })}
      pending={acting.isPending}
      error={acting.error}
      isOver={isOver}
      onSubmit={submit}
      onClose={onClose}
    >
      <BoundedArea
        label={i18n._({ id: "paper.reason", message: "Reason" })}
        dir="auto"
        most={MOST_REMARK}
        value={remark}
        onChange={(event) => setRemark(event.target.value)}
        error={
          tried && !remark.trim()
            ? i18n._({ id: "draft.withdraw.missing", message: "Say why it is withdrawn" })
            : undefined
        }
      />
    </ActDialog>
  );
}

/** What is approved, before it is signed. */
export function ApproveDialog({ draft, snapshot, acting, isOver, onClose }: DraftDialogProps) {
  const { i18n } = useLingui();
  const toSign = useTextToSign(draft, snapshot);
  return (
    <ActDialog
      title={i18n._({
        id: "draft.approve.title",
        message: "Approve text {number}",
        values: { number: snapshot.textNumber },
      })}
      effect={i18n._({
        id: "draft.approve.effect",
        message: "You sign the approval of exactly this text. Any change afterwards makes it void.",
      })}
      action={i18n._({ id: "draft.approve.do", message: "Go on to sign" })}
      pending={acting.isPending || toSign.isReading}
      error={unlessNotSigned(acting.error)}
      isOver={isOver || toSign.differs}
      onSubmit={() => toSign.draft && acting.act({ kind: "approve", draft: toSign.draft })}
      onClose={onClose}
    >
      <TextToSign {...toSign} />
    </ActDialog>
  );
}
