import { currentLanguage } from "@/i18n/i18n";
import { cx } from "./cx";

/** The sign of the office: a bound register with its ribbon, and its name in both scripts. */
interface WordMarkProps {
  large?: boolean;
  /** On a phone only the name in the reader's script stays. */
  compact?: boolean;
}

export function WordMark({ large, compact }: WordMarkProps) {
  const reader = currentLanguage();
  const beside = compact && "hidden sm:inline";
  return (
    <span className={cx("inline-flex items-center whitespace-nowrap", large ? "gap-4" : "gap-2.5")}>
      <Mark className={large ? "size-14" : "size-7"} />
      <span className="inline-flex items-center gap-2.5" aria-label="Daftar · دفتر" role="img">
        <span
          lang="en"
          dir="ltr"
          className={cx(
            "font-serif font-semibold tracking-tight",
            large ? "text-4xl" : "text-xl",
            reader === "ur" && beside,
          )}
        >
          Daftar
        </span>
        <span
          className={cx(
            "w-px self-center bg-line-strong",
            large ? "h-9" : "h-5",
            compact && "hidden sm:block",
          )}
        />
        <span
          lang="ur"
          dir="rtl"
          className={cx(
            "text-accent leading-[1.9]",
            large ? "text-4xl" : "text-xl",
            reader === "en" && beside,
          )}
        >
          دفتر
        </span>
      </span>
    </span>
  );
}

function Mark({ className }: { className: string }) {
  return (
    <svg viewBox="0 0 32 32" className={className} aria-hidden="true">
      <rect x="3" y="2" width="26" height="28" rx="4" className="fill-accent" />
      <path d="M8 2v28" className="stroke-surface" strokeWidth="1.5" opacity="0.55" />
      <path
        d="M13 10h11M13 15h11M13 20h7"
        className="stroke-on-accent"
        strokeWidth="2"
        strokeLinecap="round"
      />
      <path d="M21 2h4v9l-2-2-2 2z" fill="#e0b34a" />
    </svg>
  );
}
