import type { ReactNode } from "react";
import {
  Button as AriaButton,
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuTrigger,
  Popover,
} from "react-aria-components";
import { AriaLocale } from "./AriaLocale";
import { type ButtonTone, buttonClass } from "./Button";
import { ChevronDownIcon } from "./paperIcons";

export interface MenuEntry {
  id: string;
  label: ReactNode;
  /** Plain text of the label, for typing ahead, when the label is more than text. */
  text?: string;
  danger?: boolean;
  disabled?: boolean;
  onAction: () => void;
}

interface MenuProps {
  label: ReactNode;
  /** What the button is called when its label is only a picture. */
  name?: string;
  tone?: ButtonTone;
  entries: MenuEntry[];
  className?: string;
}

export function Menu({ label, name, tone, entries, className }: MenuProps) {
  return (
    <AriaLocale>
      <MenuTrigger>
        <AriaButton aria-label={name} className={buttonClass(tone ?? "plain", className)}>
          {label}
          <ChevronDownIcon />
        </AriaButton>
        <Popover className="max-h-80 min-w-44 overflow-auto rounded-md border border-line bg-surface py-1 text-ink shadow-pop">
          <AriaMenu
            aria-label={name ?? (typeof label === "string" ? label : undefined)}
            className="outline-none"
            items={entries}
          >
            {(entry) => (
              <AriaMenuItem
                id={entry.id}
                textValue={entry.text ?? (typeof entry.label === "string" ? entry.label : entry.id)}
                isDisabled={entry.disabled}
                onAction={entry.onAction}
                className={
                  "cursor-pointer px-3.5 py-1.5 outline-none data-[focused]:bg-accent-soft data-[disabled]:opacity-50 " +
                  (entry.danger ? "text-red" : "")
                }
              >
                {entry.label}
              </AriaMenuItem>
            )}
          </AriaMenu>
        </Popover>
      </MenuTrigger>
    </AriaLocale>
  );
}
