import { Trans, useLingui } from "@lingui/react";
import { useNavigate } from "@tanstack/react-router";
import { type KeyboardEvent, type ReactNode, useId, useState } from "react";
import { useStore } from "@/api/store";
import { Num } from "@/i18n/format";
import { Words } from "@/office/Words";
import { cx } from "@/ui/cx";
import { FilesIcon, RegistryIcon } from "@/ui/icons";
import { PaletteLayer } from "@/ui/PaletteLayer";
import { groupLabel } from "./groups";
import { Keys } from "./Keys";
import { type Command, commands } from "./registry";
import { type Found, useFound } from "./search";

interface Option {
  id: string;
  content: ReactNode;
  run: () => void;
}

/** One field for everything: what may be done here, where to go, and papers by number or subject. */
export default function Palette({ onClose }: { onClose: () => void }) {
  const { i18n } = useLingui();
  const list = useId();
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const { found, searching } = useFound(typed);
  const options = useOptions(typed, found);
  const chosen = options[Math.min(at, options.length - 1)];
  const label = i18n._({ id: "command.palette", message: "Search and commands" });

  const run = (option: Option) => {
    onClose();
    option.run();
  };

  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.code];
    if (step) {
      event.preventDefault();
      setAt((Math.min(at, options.length - 1) + step + options.length) % Math.max(options.length, 1));
    } else if (event.code === "Enter" && chosen && !event.nativeEvent.isComposing) {
      event.preventDefault();
      run(chosen);
    }
  };

  return (
    <PaletteLayer label={label} onClose={onClose}>
      <input
        // biome-ignore lint/a11y/noAutofocus: the dialog was opened in order to type here
        autoFocus
        role="combobox"
        aria-expanded="true"
        aria-controls={list}
        aria-activedescendant={chosen && `${list}-${chosen.id}`}
        aria-label={label}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        placeholder={i18n._({ id: "command.type", message: "File number, subject, or what you want to do" })}
        className="border-b border-line bg-transparent px-4 py-3 text-lg outline-none placeholder:text-muted"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKey}
      />
      <div id={list} role="listbox" aria-label={label} className="overflow-auto p-1.5">
        {options.map((option) => (
          <div
            key={option.id}
            id={`${list}-${option.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={option === chosen}
            className={cx("cursor-pointer rounded-md px-3 py-1.5", option === chosen && "bg-accent-soft")}
            onPointerMove={() => setAt(options.indexOf(option))}
            onClick={() => run(option)}
            onKeyDown={onKey}
          >
            {option.content}
          </div>
        ))}
      </div>
      <p role="status" className="px-4 pb-3 text-sm text-muted empty:hidden">
        {searching ? (
          <Trans id="command.searching" message="Searching…" />
        ) : options.length === 0 ? (
          <Trans id="command.nothing" message="Nothing found that this post may see or do." />
        ) : null}
      </p>
    </PaletteLayer>
  );
}

function useOptions(typed: string, found: Found[]): Option[] {
  const { i18n } = useLingui();
  const navigate = useNavigate();
  const offered = useStore(commands);
  const words = typed.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const fits = (command: Command) =>
    words.every((word) => command.label.toLocaleLowerCase().includes(word)) && command.id !== "palette";
  const papers = found.map((paper) => ({
    id: paper.id,
    content: <PaperOption paper={paper} />,
    run: () => {
      if (paper.kind === "file") void navigate({ to: "/files/$id", params: { id: paper.id } });
      else void navigate({ to: "/receipts/$id", params: { id: paper.id } });
    },
  }));
  const acts = offered.filter(fits).map((command) => ({
    id: command.id,
    run: command.run,
    content: (
      <span className="flex items-center justify-between gap-4">
        <span>
          {/* The space parts the words: Nastaliq joins the last letter of one to the first of the next. */}
          <span className="me-1 text-sm text-muted">{groupLabel(i18n, command.group)}</span> {command.label}
        </span>
        {command.shortcut && <Keys shortcut={command.shortcut} />}
      </span>
    ),
  }));
  return [...papers, ...acts];
}

function PaperOption({ paper }: { paper: Found }) {
  return (
    <span className="flex items-center gap-2">
      <span className="text-muted">{paper.kind === "file" ? <FilesIcon /> : <RegistryIcon />}</span>
      <Num className="whitespace-nowrap font-medium">{paper.number}</Num>
      <Words className="truncate text-muted">{paper.subject}</Words>
    </span>
  );
}
