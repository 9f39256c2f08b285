import { Trans, useLingui } from "@lingui/react";
import type { DraftRemark, SuggestedChange } from "@/api/schema";
import { LazyCompareTexts } from "@/editor/letter/compare/LazyCompareTexts";
import { Time } from "@/i18n/format";
import { verdictLabel } from "@/office/draftWords";
import { Words } from "@/office/Words";
import { Button } from "@/ui/Button";
import { Chip } from "@/ui/states";
import { TextNumber } from "./DraftList";
import { Hand, HandName } from "./Hand";

interface RemarkCardProps {
  remark: DraftRemark;
  canDecide: boolean;
  pending: boolean;
  onDecide: (accept: boolean) => void;
}

/** A comment, a verdict, or a change that waits for an answer. */
export function RemarkCard({ remark, canDecide, pending, onDecide }: RemarkCardProps) {
  const { i18n } = useLingui();
  const { suggestion, decision, verdict, made } = remark;
  return (
    <li className="flex flex-col gap-2 rounded-md border border-line bg-surface px-3 py-2">
      <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1 text-sm text-muted">
        <span>
          <span className="text-ink">
            <HandName hand={made} />
          </span>
          {" · "}
          <Time at={made.at} />
          {" · "}
          <TextNumber number={remark.text_number} />
        </span>
        {verdict && <Chip tone={verdict === "passed" ? "green" : "red"}>{verdictLabel(i18n, verdict)}</Chip>}
        {suggestion && (
          <Chip tone={decision ? (decision.accepted ? "green" : "plain") : "amber"}>
            <SuggestionState remark={remark} />
          </Chip>
        )}
      </p>
      {remark.remark && (
        <p className="whitespace-pre-wrap">
          <Words>{remark.remark}</Words>
        </p>
      )}
      {suggestion && <Change suggestion={suggestion} />}
      {decision && (
        <p className="text-sm text-muted">
          {decision.accepted ? (
            <Trans
              id="draft.suggestion.acceptedBy"
              message="Accepted by {hand}"
              values={{ hand: <Hand hand={decision.by} /> }}
            />
          ) : (
            <Trans
              id="draft.suggestion.refusedBy"
              message="Not accepted by {hand}"
              values={{ hand: <Hand hand={decision.by} /> }}
            />
          )}
        </p>
      )}
      {suggestion && !decision && canDecide && (
        <div className="flex flex-wrap gap-2">
          <Button pending={pending} onClick={() => onDecide(true)}>
            <Trans id="draft.suggestion.accept" message="Accept" />
          </Button>
          <Button tone="quiet" pending={pending} onClick={() => onDecide(false)}>
            <Trans id="draft.suggestion.refuse" message="Do not accept" />
          </Button>
        </div>
      )}
    </li>
  );
}

function SuggestionState({ remark: { decision } }: { remark: DraftRemark }) {
  if (!decision) return <Trans id="draft.suggestion.open" message="Suggested change, undecided" />;
  return decision.accepted ? (
    <Trans id="draft.suggestion.accepted" message="Suggested change, accepted" />
  ) : (
    <Trans id="draft.suggestion.refused" message="Suggested change, not accepted" />
  );
}

function Change({ suggestion: { language, before, after } }: { suggestion: SuggestedChange }) {
  const { i18n } = useLingui();
  return (
    <LazyCompareTexts
      language={language}
      before={{ blocks: [before] }}
      after={{ blocks: after ? [after] : [] }}
      beforeLabel={i18n._({ id: "draft.suggestion.before", message: "As it stands" })}
      afterLabel={i18n._({ id: "draft.suggestion.after", message: "As suggested" })}
    />
  );
}
