import { Trans, useLingui } from "@lingui/react";
import { ActDialog } from "@/office/ActDialog";
import { unlessNotSigned } from "@/office/signing/NotSigned";
import type { DraftDialogProps } from "./ActDialogs";
import { TextToSign, useTextToSign } from "./TextToSign";

/** What goes out, and what happens with it, before it is signed. */
export function IssueDialog({ draft, snapshot, acting, isOver, onClose }: DraftDialogProps) {
  const { i18n } = useLingui();
  const toSign = useTextToSign(draft, snapshot);
  return (
    <ActDialog
      title={i18n._({ id: "draft.issue", message: "Sign and issue" })}
      effect={i18n._({
        id: "draft.issue.effect",
        message: "With your signature it is issued, and nothing about it changes afterwards.",
      })}
      action={i18n._({ id: "draft.approve.do", message: "Go on to sign" })}
      pending={acting.isPending || toSign.isReading}
      error={unlessNotSigned(acting.error)}
      isOver={isOver || toSign.differs}
      onSubmit={() => toSign.draft && acting.act({ kind: "issue", draft: toSign.draft })}
      onClose={onClose}
    >
      <ul className="flex list-disc flex-col gap-1 ps-5">
        <li>
          <Trans id="draft.issue.number" message="It gets the next number of the file, and today's date." />
        </li>
        <li>
          <Trans id="draft.issue.pdf" message="It is printed as a PDF, which bears your signature." />
        </li>
        <li>
          <Trans id="draft.issue.copy" message="The office copy goes into the correspondence of the file." />
        </li>
      </ul>
      <TextToSign {...toSign} />
    </ActDialog>
  );
}
