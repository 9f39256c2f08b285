import { Trans, useLingui } from "@lingui/react";
import { type KeyboardEvent, useId, useState } from "react";
import { IconButton } from "@/ui/Button";
import { DownIcon, UpIcon } from "@/ui/paperIcons";

interface PageControlsProps {
  page: number;
  pages: number;
  onGo: (page: number) => void;
  pageName?: ((page: number) => string) | undefined;
}

/** Previous, next, and the number to type. */
export function PageControls({ page, pages, onGo, pageName }: PageControlsProps) {
  const { i18n } = useLingui();
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const go = () => {
    const wanted = Number(typed);
    setTyped(null);
    if (Number.isInteger(wanted) && wanted >= 1 && wanted <= pages) onGo(wanted);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter") go();
    if (event.key === "Escape") setTyped(null);
  };
  return (
    <div className="flex items-center gap-1">
      <IconButton
        label={i18n._({ id: "paper.viewer.previous", message: "Previous page" })}
        icon={<UpIcon />}
        disabled={page <= 1}
        onClick={() => onGo(page - 1)}
      />
      <label htmlFor={id} className="sr-only">
        <Trans id="paper.viewer.page" message="Page" />
      </label>
      <span dir="ltr" className="flex items-center gap-1 text-sm">
        <input
          id={id}
          inputMode="numeric"
          value={typed ?? String(page)}
          onChange={(event) => setTyped(event.target.value)}
          onFocus={(event) => event.target.select()}
          onBlur={go}
          onKeyDown={onKeyDown}
          className="min-h-9 w-12 rounded-md border border-line-strong bg-surface px-1 text-center text-ink"
        />
        <span className="whitespace-nowrap text-muted">/ {pages || "–"}</span>
        {pageName && <strong className="ms-1 font-semibold whitespace-nowrap">{pageName(page)}</strong>}
      </span>
      <IconButton
        label={i18n._({ id: "paper.viewer.next", message: "Next page" })}
        icon={<DownIcon />}
        disabled={page >= pages}
        onClick={() => onGo(page + 1)}
      />
    </div>
  );
}
