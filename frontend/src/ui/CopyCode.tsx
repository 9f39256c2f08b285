import { Trans, useLingui } from "@lingui/react";
import { useRef, useState } from "react";
import { Button } from "./Button";
import { cx } from "./cx";
import { CheckIcon } from "./icons";

interface CopyCodeProps {
  /** What it is, for whoever hears the button. */
  label: string;
  children: string;
  className?: string;
}

/** A digest or a key: too long to be read out, so it is copied. */
export function CopyCode({ label, children, className }: CopyCodeProps) {
  const { i18n } = useLingui();
  const code = useRef<HTMLElement>(null);
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(children);
      setCopied(true);
    } catch {
      // Without a secure connection there is no clipboard: it is marked, for the keys that copy.
      if (code.current) getSelection()?.selectAllChildren(code.current);
    }
  };
  return (
    <span className={cx("flex flex-wrap items-center gap-x-3 gap-y-1", className)}>
      <code ref={code} dir="ltr" lang="en" className="break-all font-mono text-sm">
        {children}
      </code>
      <Button
        className="min-h-8 shrink-0 text-sm"
        icon={copied ? <CheckIcon /> : undefined}
        aria-label={i18n._({ id: "copy.what", message: "Copy: {label}", values: { label } })}
        onClick={() => void copy()}
        onBlur={() => setCopied(false)}
      >
        {copied ? <Trans id="copy.done" message="Copied" /> : <Trans id="copy.do" message="Copy" />}
      </Button>
    </span>
  );
}
