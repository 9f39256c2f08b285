import { Trans, useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { Communication } from "@/api/schema";
import { ActError } from "@/office/ActError";
import { BoundedArea, lettersOver } from "@/ui/Bounded";
import { Button } from "@/ui/Button";
import { ErrorNotice } from "@/ui/errors";
import { SkeletonRows } from "@/ui/states";
import { useUnsaved } from "@/ui/unsaved";
import { MOST_REMARK } from "./content";
import type { ContentSaver } from "./contentSaver";
import { remarksQuery } from "./queries";
import { RemarkCard } from "./RemarkCard";
import type { DraftActing } from "./useDraftAct";

interface RemarksPanelProps {
  draft: Communication;
  saver: ContentSaver;
  commenting: DraftActing;
  deciding: DraftActing;
  remark: string;
  onRemark: (text: string) => void;
  onSuggest: () => void;
}

/** What was said about the draft, and the place to say something. */
export function RemarksPanel(props: RemarksPanelProps) {
  const { draft, saver, commenting, deciding, remark, onRemark, onSuggest } = props;
  const { i18n } = useLingui();
  const { data: remarks, error, refetch } = useQuery(remarksQuery(draft.id));
  const [tried, setTried] = useState(false);
  useUnsaved(remark.trim() !== "");
  const canRemark = draft.can.includes("remark");
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!remark.trim() || lettersOver(remark, MOST_REMARK) > 0) return;
    setTried(false);
    // The comment is about the text as it is on this page, with the last words.
    await saver.flush();
    commenting.act({ kind: "comment", text: saver.getSnapshot().textNumber, remark: remark.trim() });
  };
  return (
    <div className="flex flex-col gap-4">
      {error && !remarks && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!remarks && !error && <SkeletonRows rows={2} height="h-16" />}
      {remarks?.length === 0 && (
        <p className="text-muted">
          <Trans id="draft.remarks.none" message="Nobody has said anything about this draft yet." />
        </p>
      )}
      <ActError error={deciding.error} />
      {remarks && remarks.length > 0 && (
        <ol className="flex flex-col gap-3">
          {remarks.map((one) => (
            <RemarkCard
              key={one.id}
              remark={one}
              canDecide={draft.can.includes("revise")}
              pending={deciding.isPending}
              onDecide={(accept) => deciding.act({ kind: "decide", remarkId: one.id, accept })}
            />
          ))}
        </ol>
      )}
      {canRemark && (
        <form onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-2">
          <BoundedArea
            label={i18n._({ id: "draft.comment", message: "Comment on this text" })}
            dir="auto"
            most={MOST_REMARK}
            value={remark}
            onChange={(event) => onRemark(event.target.value)}
            error={
              tried && !remark.trim()
                ? i18n._({ id: "draft.comment.missing", message: "Write what you have to say" })
                : undefined
            }
          />
          <ActError error={commenting.error} />
          <div className="flex flex-wrap gap-2">
            <Button type="submit" pending={commenting.isPending}>
              <Trans id="draft.comment.do" message="Comment" />
            </Button>
            <Button tone="quiet" onClick={onSuggest}>
              <Trans id="draft.suggest" message="Suggest a change" />
            </Button>
          </div>
        </form>
      )}
    </div>
  );
}
