import { useLingui } from "@lingui/react";
import type { ReactNode } from "react";
import { IconButton } from "@/ui/Button";
import { CloseIcon } from "@/ui/icons";
import { DownIcon, UpIcon } from "@/ui/paperIcons";
import { moved } from "./moved";

interface OrderedListProps<T> {
  label: string;
  items: readonly T[];
  /** The entries' ids are `prefix-0`, `prefix-1` …: what the office complains about is found by them. */
  prefix: string;
  keyOf: (item: T) => string;
  nameOf: (item: T) => string;
  show: (item: T, index: number) => ReactNode;
  /** More buttons for an entry. */
  more?: (item: T, index: number) => ReactNode;
  onChange: (items: T[]) => void;
  readOnly: boolean;
}

/** A list whose order counts; it is moved and shortened by buttons. */
export function OrderedList<T>(props: OrderedListProps<T>) {
  const { label, items, prefix, keyOf, nameOf, show, more, onChange, readOnly } = props;
  const { i18n } = useLingui();
  if (items.length === 0) return null;
  /** The button that was pressed may be gone, or be disabled: the entry keeps the focus. */
  const change = (next: T[], focus: number) => {
    onChange(next);
    requestAnimationFrame(() => document.getElementById(`${prefix}-${Math.max(0, focus)}`)?.focus());
  };
  return (
    <ol
      aria-label={label}
      className="flex flex-col divide-y divide-line rounded-md border border-line bg-surface"
    >
      {items.map((item, index) => {
        const values = { name: nameOf(item) };
        return (
          <li
            key={keyOf(item)}
            id={`${prefix}-${index}`}
            tabIndex={-1}
            className="flex items-start gap-1 px-3 py-1.5 outline-offset-[-2px]"
          >
            <div className="min-w-0 flex-1 py-1">{show(item, index)}</div>
            {!readOnly && (
              <div className="flex shrink-0 flex-wrap justify-end max-sm:max-w-24">
                {items.length > 1 && (
                  <>
                    <IconButton
                      label={i18n._({ id: "draft.order.up", message: "Move up: {name}", values })}
                      icon={<UpIcon />}
                      disabled={index === 0}
                      onClick={() => change(moved(items, index, -1), index - 1)}
                    />
                    <IconButton
                      label={i18n._({ id: "draft.order.down", message: "Move down: {name}", values })}
                      icon={<DownIcon />}
                      disabled={index === items.length - 1}
                      onClick={() => change(moved(items, index, 1), index + 1)}
                    />
                  </>
                )}
                {more?.(item, index)}
                <IconButton
                  label={i18n._({ id: "draft.order.remove", message: "Remove {name}", values })}
                  icon={<CloseIcon />}
                  onClick={() =>
                    change(
                      items.filter((_, other) => other !== index),
                      Math.min(index, items.length - 2),
                    )
                  }
                />
              </div>
            )}
          </li>
        );
      })}
    </ol>
  );
}
