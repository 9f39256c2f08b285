import { Trans, useLingui } from "@lingui/react";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { IconButton } from "@/ui/Button";
import { cx } from "@/ui/cx";
import { INPUT } from "@/ui/Field";
import { CloseIcon } from "@/ui/icons";
import { DownIcon, UpIcon } from "@/ui/paperIcons";
import type { Matches, PdfControls } from "./usePdfViewer";

interface FindBarProps {
  query: string;
  onQuery: (query: string) => void;
  matches: Matches | null;
  controls: PdfControls;
  onClose: () => void;
}

/** Searches in the text of the document; a scan without text has none to find. */
export function FindBar({ query, onQuery, matches, controls, onClose }: FindBarProps) {
  const { i18n } = useLingui();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const change = (value: string) => {
    onQuery(value);
    controls.find(value);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter") controls.find(query, event.shiftKey, true);
    if (event.key === "Escape") {
      event.stopPropagation();
      onClose();
    }
  };
  return (
    <search className="flex flex-wrap items-center gap-2 border-b border-line bg-surface px-2 py-1">
      <input
        ref={input}
        type="search"
        dir="auto"
        value={query}
        onChange={(event) => change(event.target.value)}
        onKeyDown={onKeyDown}
        aria-label={i18n._({ id: "paper.viewer.find_label", message: "Find in this document" })}
        className={cx(INPUT, "w-auto min-w-36 flex-1")}
      />
      <span role="status" className="min-w-16 text-sm text-muted">
        {query && <MatchCount matches={matches} />}
      </span>
      <IconButton
        label={i18n._({ id: "paper.viewer.find_previous", message: "Previous match" })}
        icon={<UpIcon />}
        disabled={!matches?.total}
        onClick={() => controls.find(query, true, true)}
      />
      <IconButton
        label={i18n._({ id: "paper.viewer.find_next", message: "Next match" })}
        icon={<DownIcon />}
        disabled={!matches?.total}
        onClick={() => controls.find(query, false, true)}
      />
      <IconButton
        label={i18n._({ id: "paper.viewer.find_close", message: "Close the search" })}
        icon={<CloseIcon />}
        onClick={onClose}
      />
    </search>
  );
}

function MatchCount({ matches }: { matches: Matches | null }) {
  if (!matches || matches.searching) return <Trans id="paper.viewer.searching" message="Searching" />;
  if (matches.total === 0) return <Trans id="paper.viewer.no_match" message="Not found" />;
  return (
    <bdi dir="ltr">
      {matches.current} / {matches.total}
    </bdi>
  );
}
