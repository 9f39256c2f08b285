import { Trans, useLingui } from "@lingui/react";
import type { CopyTo, PostRef } from "@/api/schema";
import { titleOf } from "@/i18n/format";
import { BoundedField } from "@/ui/Bounded";
import { Button, IconButton } from "@/ui/Button";
import { Select } from "@/ui/Field";
import { CloseIcon } from "@/ui/icons";
import { PlusIcon } from "@/ui/paperIcons";
import { actionLabel } from "./deskLabels";
import { RECEIPT_ACTIONS, type ReceiptAction } from "./labels";
import { PostPicker } from "./PostPicker";

export interface CopyEntry {
  key: string;
  post: PostRef | null;
  action: ReceiptAction;
}

export interface Marking {
  post: PostRef | null;
  action: ReceiptAction;
  copies: CopyEntry[];
  remark: string;
}

export const UNMARKED: Marking = { post: null, action: "necessary_action", copies: [], remark: "" };

/** The copies that name a post; empty lines are left out. */
export function copiesOf(marking: Marking): CopyTo[] {
  return marking.copies.flatMap(({ post, action }) => (post ? [{ post_id: post.id, action }] : []));
}

interface MarkFieldsProps {
  value: Marking;
  onChange: (marking: Marking) => void;
  error?: string | undefined;
  isOptional?: boolean;
}

/** To whom a paper is marked and for what, with copies to others. */
export function MarkFields({ value, onChange, error, isOptional = false }: MarkFieldsProps) {
  const { i18n } = useLingui();
  const change = (part: Partial<Marking>) => onChange({ ...value, ...part });
  const changeCopy = (key: string, part: Partial<CopyEntry>) =>
    change({ copies: value.copies.map((copy) => (copy.key === key ? { ...copy, ...part } : copy)) });
  const chosen = [value.post, ...value.copies.map((copy) => copy.post)].flatMap((post) =>
    post ? [post.id] : [],
  );
  return (
    <div className="flex flex-col gap-3">
      <div className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_13rem]">
        <PostPicker
          id="receipt-mark"
          label={i18n._({ id: "receipt.mark.to", message: "Mark to" })}
          hint={
            isOptional
              ? i18n._({
                  id: "receipt.mark.optional",
                  message: "May be left open; the paper then stays in the registry.",
                })
              : undefined
          }
          value={value.post}
          onChange={(post) => change({ post })}
          without={chosen.filter((id) => id !== value.post?.id)}
          error={error}
          className="justify-end"
        />
        <Select
          className="justify-end"
          label={i18n._({ id: "receipt.mark.action", message: "What is asked" })}
          value={value.action}
          onChange={(event) => change({ action: event.target.value as ReceiptAction })}
        >
          {RECEIPT_ACTIONS.map((action) => (
            <option key={action} value={action}>
              {actionLabel(i18n, action)}
            </option>
          ))}
        </Select>
      </div>
      {value.copies.map((copy) => (
        <div
          key={copy.key}
          className="grid grid-cols-[minmax(0,1fr)_auto] items-end gap-3 sm:grid-cols-[minmax(0,1fr)_13rem_auto]"
        >
          <PostPicker
            className="max-sm:col-span-full"
            label={i18n._({ id: "receipt.mark.copy", message: "Copy to" })}
            value={copy.post}
            onChange={(post) => changeCopy(copy.key, { post })}
            without={chosen.filter((id) => id !== copy.post?.id)}
          />
          <Select
            label={i18n._({ id: "receipt.mark.action", message: "What is asked" })}
            value={copy.action}
            onChange={(event) => changeCopy(copy.key, { action: event.target.value as ReceiptAction })}
          >
            {RECEIPT_ACTIONS.map((action) => (
              <option key={action} value={action}>
                {actionLabel(i18n, action)}
              </option>
            ))}
          </Select>
          <IconButton
            label={
              copy.post
                ? i18n._({
                    id: "receipt.mark.copy_remove_post",
                    message: "Remove the copy to {post}",
                    values: { post: titleOf(copy.post) },
                  })
                : i18n._({ id: "receipt.mark.copy_remove", message: "Remove the copy" })
            }
            icon={<CloseIcon />}
            onClick={() => change({ copies: value.copies.filter((other) => other.key !== copy.key) })}
          />
        </div>
      ))}
      <div>
        <Button
          tone="quiet"
          icon={<PlusIcon />}
          onClick={() =>
            change({
              copies: [...value.copies, { key: crypto.randomUUID(), post: null, action: "information" }],
            })
          }
        >
          <Trans id="receipt.mark.add_copy" message="Add a copy" />
        </Button>
      </div>
      <BoundedField
        label={i18n._({ id: "receipt.mark.remark", message: "Remark to the receiver" })}
        optional
        dir="auto"
        most={500}
        value={value.remark}
        onChange={(event) => change({ remark: event.target.value })}
      />
    </div>
  );
}
