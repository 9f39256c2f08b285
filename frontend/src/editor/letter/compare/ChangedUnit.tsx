import { useLingui } from "@lingui/react";
import { createElement, type ReactNode } from "react";
import { withNumbers } from "@/office/Words";
import { cx } from "@/ui/cx";
import { plain, type Run } from "../text";
import type { Change } from "./compare";
import type { Unit } from "./units";
import type { Part } from "./words";

type Side = "before" | "after" | "both";

/** What became of a paragraph, in words. */
export function ChangeName({ kind }: { kind: Exclude<Change["kind"], "same"> }) {
  const { i18n } = useLingui();
  const names = {
    changed: i18n._({ id: "letter.compare.changed", message: "Changed" }),
    form: i18n._({ id: "letter.compare.form", message: "Looks otherwise" }),
    added: i18n._({ id: "letter.compare.added", message: "Added" }),
    removed: i18n._({ id: "letter.compare.removed", message: "Removed" }),
  };
  // The interface's words within the letter's.
  return (
    <bdi lang={i18n.locale} className="compare-name" data-change={kind}>
      {names[kind]}
    </bdi>
  );
}

/** One paragraph as it was, as it is, or, where there is one column, as it became. */
export function ChangedUnit({ change, side }: { change: Change; side: Side }) {
  if (change.kind === "added" || change.kind === "removed") {
    const unit = change.kind === "added" ? change.after : change.before;
    return (
      <Frame unit={unit}>
        {unit.cells.map((cell) => {
          const text = plain(cell);
          return text === "" ? "" : <Words key="words" part={{ kind: change.kind as Part["kind"], text }} />;
        })}
      </Frame>
    );
  }
  const unit = side === "before" ? change.before : change.after;
  if (change.kind !== "changed") return <Frame unit={unit}>{unit.cells.map(styled)}</Frame>;
  const hidden = side === "before" ? "added" : side === "after" ? "removed" : null;
  return (
    <Frame unit={unit}>
      {change.words.map((parts) =>
        parts
          .filter(({ kind }) => kind !== hidden)
          // The parts of two given texts never change, so the place of one is its identity.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above.
          .map((part, index) => <Words key={index} part={part} />),
      )}
    </Frame>
  );
}

function Frame({ unit, children }: { unit: Unit; children: ReactNode[] }) {
  const { kind, mark, depth, level, align, isHead } = unit;
  return (
    <div
      className={cx("compare-unit", kind === "heading" && "compare-heading")}
      data-level={level || undefined}
      data-depth={depth || undefined}
      data-align={align}
    >
      {mark && <span className="compare-mark">{mark}</span>}
      {kind === "row" ? (
        <div className={cx("compare-row", isHead && "compare-head")}>
          {children.map((cell, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the column is the identity of a cell.
            <div key={index}>{cell}</div>
          ))}
        </div>
      ) : (
        <div className="min-w-0 flex-1">{children}</div>
      )}
    </div>
  );
}

function Words({ part: { kind, text } }: { part: Part }) {
  const { i18n } = useLingui();
  if (kind === "same") return withNumbers(text);
  // Few readers of screens say by themselves what was added and removed.
  const said =
    kind === "added"
      ? i18n._({ id: "letter.compare.said_added", message: "added:" })
      : i18n._({ id: "letter.compare.said_removed", message: "removed:" });
  const end = i18n._({ id: "letter.compare.said_end", message: "end" });
  return createElement(
    kind === "added" ? "ins" : "del",
    null,
    <span className="sr-only" lang={i18n.locale}>{` ${said} `}</span>,
    // The stroke is through the words, not through the sign before them.
    <span className="compare-words">{withNumbers(text)}</span>,
    <span className="sr-only" lang={i18n.locale}>{` ${end} `}</span>,
  );
}

const TAGS = [
  ["bold", "strong"],
  ["italic", "em"],
  ["underline", "u"],
] as const;

function styled(content: readonly Run[]): ReactNode {
  return content.map((run, index) => {
    let words: ReactNode = withNumbers(run.text);
    for (const [style, tag] of TAGS) if (run[style]) words = createElement(tag, null, words);
    // biome-ignore lint/suspicious/noArrayIndexKey: the runs of a given text never change.
    return <span key={index}>{words}</span>;
  });
}
