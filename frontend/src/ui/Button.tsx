import { createLink } from "@tanstack/react-router";
import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ReactNode, Ref } from "react";
import { cx } from "./cx";
import { Spinner } from "./Spinner";

export type ButtonTone = "primary" | "plain" | "quiet" | "danger";

const BASE =
  "inline-flex min-h-9 items-center justify-center gap-2 rounded-md px-3.5 py-1 text-[0.95rem] font-medium " +
  "lang-ur:font-normal lang-ur:pt-2.5 lang-ur:pb-0 leading-[inherit] no-underline transition-colors select-none " +
  "disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-not-allowed aria-disabled:opacity-55";

const TONES: Record<ButtonTone, string> = {
  primary: "bg-accent text-on-accent hover:bg-accent-strong",
  plain: "border border-line-strong bg-surface text-ink hover:bg-sunken",
  quiet: "text-accent hover:bg-accent-soft",
  danger: "border border-red bg-surface text-red hover:bg-red-soft",
};

export function buttonClass(tone: ButtonTone = "plain", extra?: string): string {
  return cx(BASE, TONES[tone], extra);
}

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  tone?: ButtonTone;
  /** The act is on its way: the button says so, keeps the focus, and takes no second press. */
  pending?: boolean;
  icon?: ReactNode;
  ref?: Ref<HTMLButtonElement>;
}

export function Button({ tone, pending, icon, className, children, onClick, type, ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={type ?? "button"}
      className={buttonClass(tone, className)}
      aria-disabled={pending || rest["aria-disabled"]}
      aria-busy={pending || undefined}
      onClick={(event) => {
        if (pending) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {pending ? <Spinner /> : icon}
      {children}
    </button>
  );
}

interface IconButtonProps extends Omit<ButtonProps, "children"> {
  label: string;
  icon: ReactNode;
}

/** A button that is only a picture; its label is spoken and shown on hover. */
export function IconButton({ label, icon, className, tone, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      title={label}
      className={buttonClass(tone ?? "quiet", cx("min-w-9 px-2 lang-ur:pt-1! lang-ur:pb-1!", className))}
    >
      {icon}
    </button>
  );
}

interface AnchorProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  tone?: ButtonTone;
  ref?: Ref<HTMLAnchorElement>;
}

function ButtonAnchor({ tone, className, children, ...rest }: AnchorProps) {
  return (
    <a {...rest} className={buttonClass(tone, className)}>
      {children}
    </a>
  );
}

/** A link of the router that looks like a button. */
export const ButtonLink = createLink(ButtonAnchor);
