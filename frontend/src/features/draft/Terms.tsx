import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import type { Classification, Priority } from "@/api/schema";
import { formatDate } from "@/i18n/format";
import { classificationLabel, priorityLabel } from "@/office/deskLabels";
import { PRIORITIES } from "@/office/labels";
import { PostName } from "@/office/PostName";
import { PostPicker } from "@/office/PostPicker";
import { DateField } from "@/ui/DateField";
import { Select } from "@/ui/Field";
import { upTo } from "./content";
import type { DraftFieldsProps } from "./DraftFields";
import { papersQuery } from "./queries";
import { Shown } from "./Shown";

/** Who signs, what it answers, by when it is to be answered, how urgent and how closely held it is. */
export function Terms({ draft, file, content, names, onLearn, onChange, readOnly }: DraftFieldsProps) {
  const { i18n } = useLingui();
  const papers = useQuery(papersQuery(draft.file.id)).data ?? [];
  const receipts = papers.flatMap(({ receipt_id, diary_number, title, page_first }) =>
    receipt_id
      ? [
          {
            id: receipt_id,
            name: `\u2066${page_first}/C · ${diary_number ?? ""}\u2069 · \u2068${title}\u2069`,
          },
        ]
      : [],
  );
  const answered = receipts.find(({ id }) => id === content.in_reply_to);
  const signatory = names.post(content.signatory);
  const labels = {
    signatory: i18n._({ id: "draft.signatory", message: "Signatory" }),
    reply: i18n._({ id: "draft.reply", message: "In reply to" }),
    due: i18n._({ id: "draft.replyDue", message: "Answer asked for by" }),
    classification: i18n._({ id: "paper.classification", message: "Classification" }),
    priority: i18n._({ id: "paper.priority", message: "Priority" }),
  };
  if (readOnly) {
    return (
      <div className="grid gap-4 sm:grid-cols-2">
        <Shown label={labels.signatory} id="draft-signatory">
          {signatory ? <PostName post={signatory} withHolder /> : "–"}
        </Shown>
        <Shown label={labels.reply} id="draft-in_reply_to">
          {answered?.name ?? "–"}
        </Shown>
        <Shown label={labels.due}>{content.reply_due_on ? formatDate(content.reply_due_on) : "–"}</Shown>
        <Shown label={labels.priority}>{priorityLabel(i18n, content.priority)}</Shown>
        <Shown label={labels.classification}>{classificationLabel(i18n, content.classification)}</Shown>
      </div>
    );
  }
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      <PostPicker
        id="draft-signatory"
        label={labels.signatory}
        hint={i18n._({ id: "draft.signatory.hint", message: "A post that may authenticate orders." })}
        value={signatory}
        onChange={(post) => {
          if (post) onLearn({ posts: [post] });
          onChange({ signatory: post?.id ?? null });
        }}
      />
      <Select
        id="draft-in_reply_to"
        label={labels.reply}
        hint={i18n._({ id: "draft.reply.hint", message: "A receipt that is on this file." })}
        optional
        value={content.in_reply_to ?? ""}
        onChange={(event) => onChange({ in_reply_to: event.target.value || null })}
      >
        <option value="">{i18n._({ id: "draft.reply.none", message: "No receipt" })}</option>
        {content.in_reply_to && !answered && (
          <option value={content.in_reply_to}>
            {i18n._({ id: "draft.reply.gone", message: "A receipt that is not on this file" })}
          </option>
        )}
        {receipts.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <DateField
        label={labels.due}
        optional
        value={content.reply_due_on ?? ""}
        onChange={(event) => onChange({ reply_due_on: event.target.value || null })}
      />
      <Select
        label={labels.priority}
        value={content.priority}
        onChange={(event) => onChange({ priority: event.target.value as Priority })}
      >
        {PRIORITIES.map((key) => (
          <option key={key} value={key}>
            {priorityLabel(i18n, key)}
          </option>
        ))}
      </Select>
      <Select
        id="draft-classification"
        label={labels.classification}
        hint={i18n._({
          id: "draft.classification.hint",
          message: "Not above that of its file: {classification}.",
          values: { classification: classificationLabel(i18n, file.classification) },
        })}
        value={content.classification}
        onChange={(event) => onChange({ classification: event.target.value as Classification })}
      >
        {upTo(file.classification).map((key) => (
          <option key={key} value={key}>
            {classificationLabel(i18n, key)}
          </option>
        ))}
      </Select>
    </div>
  );
}
