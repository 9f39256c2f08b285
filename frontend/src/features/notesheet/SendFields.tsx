import { Trans, useLingui } from "@lingui/react";
import { useEffect, useRef } from "react";
import type { ForwardFile, PostRef } from "@/api/schema";
import { today } from "@/i18n/format";
import { actionLabel } from "@/office/deskLabels";
import { FORWARD_ACTIONS, type ForwardAction } from "@/office/labels";
import { PostPicker } from "@/office/PostPicker";
import { BoundedField } from "@/ui/Bounded";
import { DateField } from "@/ui/DateField";
import { Select } from "@/ui/Field";
import { useChannel } from "./queries";

export interface Destination {
  post: PostRef | null;
  action: ForwardAction;
  dueOn: string;
  remark: string;
}

export const NOWHERE: Destination = { post: null, action: "for_approval", dueOn: "", remark: "" };

/** The destination as the server wants it; null until a post is chosen. */
export function forwarding({ post, action, dueOn, remark }: Destination): ForwardFile | null {
  if (!post) return null;
  return {
    to_post_id: post.id,
    action,
    ...(dueOn ? { due_on: dueOn } : {}),
    ...(remark.trim() ? { remark: remark.trim() } : {}),
  };
}

interface SendFieldsProps {
  fileId: string;
  holderId: string | undefined;
  value: Destination;
  onChange: (value: Destination) => void;
  error: string | undefined;
}

/** To whom the file goes and for what; the usual channel is offered first and filled in. */
export function SendFields({ fileId, holderId, value, onChange, error }: SendFieldsProps) {
  const { i18n } = useLingui();
  const channel = useChannel(fileId);
  const usual = channel[0]?.post;
  const offered = useRef(false);
  useEffect(() => {
    if (!usual || offered.current) return;
    offered.current = true;
    if (!value.post) onChange({ ...value, post: usual });
  }, [usual, value, onChange]);
  return (
    <div className="flex flex-col gap-2">
      <div className="grid gap-2 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <PostPicker
          id="send-to"
          label={i18n._({ id: "note.send.to", message: "Send to" })}
          value={value.post}
          onChange={(post) => onChange({ ...value, post })}
          suggested={channel.map((item) => item.post)}
          without={holderId ? [holderId] : []}
          error={error}
        />
        <Select
          label={i18n._({ id: "note.send.action", message: "What is asked" })}
          value={value.action}
          onChange={(event) => onChange({ ...value, action: event.target.value as ForwardAction })}
        >
          {FORWARD_ACTIONS.map((action) => (
            <option key={action} value={action}>
              {actionLabel(i18n, action)}
            </option>
          ))}
        </Select>
      </div>
      <details className="text-sm">
        <summary className="text-accent">
          <Trans id="note.send.more" message="Due date and covering remark" />
        </summary>
        <div className="grid gap-2 pt-1 sm:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]">
          <DateField
            label={i18n._({ id: "note.send.due", message: "Due on" })}
            optional
            min={today()}
            value={value.dueOn}
            onChange={(event) => onChange({ ...value, dueOn: event.target.value })}
          />
          <BoundedField
            label={i18n._({
              id: "note.send.remark",
              message: "Remark on the movement, not part of the note",
            })}
            optional
            dir="auto"
            most={500}
            value={value.remark}
            onChange={(event) => onChange({ ...value, remark: event.target.value })}
          />
        </div>
      </details>
    </div>
  );
}
