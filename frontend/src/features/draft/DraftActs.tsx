import { Trans, useLingui } from "@lingui/react";
import type { AmendmentKind, Communication, File } from "@/api/schema";
import { Button, ButtonLink } from "@/ui/Button";
import { CheckIcon } from "@/ui/icons";
import { Menu } from "@/ui/Menu";
import { amendTitle } from "./NewDraftDialog";
import { useAlone } from "./useAlone";

export type DraftDialogKind = "vet" | "approve" | "issue" | "withdraw" | "suggest";

interface DraftActsProps {
  draft: Communication;
  file: File;
  onShow: (dialog: DraftDialogKind) => void;
  onAmend: (how: AmendmentKind) => void;
}

const AMENDING = ["corrigendum", "supersession", "rescission"] as const;

/** What may be done with the draft now, the next step first; what may not be done is not shown. */
export function DraftActs({ draft, file, onShow, onAmend }: DraftActsProps) {
  const { i18n } = useLingui();
  const alone = useAlone(draft);
  const can = (ability: Communication["can"][number]) => draft.can.includes(ability);
  const mayApprove = can("approve") && draft.obstacles.length === 0 && alone === false;
  const sendsOn = can("revise") && file.can.includes("forward");
  return (
    <div className="no-print flex flex-wrap gap-1.5">
      {mayApprove && (
        <Button tone="primary" icon={<CheckIcon />} onClick={() => onShow("approve")}>
          <Trans id="draft.approve" message="Approve" />
        </Button>
      )}
      {can("issue") && (
        <Button tone="primary" icon={<CheckIcon />} onClick={() => onShow("issue")}>
          <Trans id="draft.issue" message="Sign and issue" />
        </Button>
      )}
      <ButtonLink
        tone={sendsOn && !mayApprove && !can("issue") ? "primary" : "plain"}
        to="/files/$id"
        params={{ id: file.id }}
        search={{}}
      >
        {sendsOn ? (
          <Trans id="draft.sendOn" message="To the file, to send it on" />
        ) : (
          <Trans id="draft.toFile" message="To the file" />
        )}
      </ButtonLink>
      {can("vet") && draft.state === "draft" && (
        <Button onClick={() => onShow("vet")}>
          <Trans id="draft.vet" message="Vet" />
        </Button>
      )}
      {draft.issue?.status === "valid" && file.can.includes("draft") && (
        <Menu
          label={i18n._({ id: "draft.amend", message: "Amend" })}
          entries={AMENDING.map((how) => ({
            id: how,
            label: amendTitle(i18n, how),
            danger: how === "rescission",
            onAction: () => onAmend(how),
          }))}
        />
      )}
      {can("withdraw") && (
        <Menu
          label={i18n._({ id: "file.more", message: "More" })}
          entries={[
            {
              id: "withdraw",
              label: i18n._({ id: "draft.withdraw", message: "Withdraw" }),
              danger: true,
              onAction: () => onShow("withdraw"),
            },
          ]}
        />
      )}
    </div>
  );
}
