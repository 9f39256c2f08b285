import { useLingui } from "@lingui/react";
import { Fragment, type ReactNode, useMemo, useState } from "react";
import { Button } from "@/ui/Button";
import { useIsWide } from "@/ui/useIsWide";
import type { Text } from "../text";
import type { Language } from "../types";
import { ChangedUnit, ChangeName } from "./ChangedUnit";
import { changesText } from "./changesText";
import "./compare.css";
import { type Change, compareTexts, countChanges } from "./compare";

export interface CompareTextsProps {
  before: Text;
  after: Text;
  /** In which language both are written. */
  language: Language;
  /** What the two are called, such as “Version 3, DS (Budget)”. */
  beforeLabel: string;
  afterLabel: string;
}

/** So many unchanged paragraphs stay on either side of a change, to read it by. */
const AROUND = 1;
/** Fewer than these are not worth a button. */
const FEWEST = 3;

interface Group {
  start: number;
  changes: Change[];
  isFolded: boolean;
}

/** Two versions of a text, with what was taken away and added: by sign and word, not by colour alone. */
export default function CompareTexts(props: CompareTextsProps) {
  const { before, after, language, beforeLabel, afterLabel } = props;
  const { i18n } = useLingui();
  const isWide = useIsWide();
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const found = useMemo(() => compareTexts(before, after, language), [before, after, language]);
  const groups = useMemo(() => groupsOf(found), [found]);
  const unfold = ({ start, changes }: Group) => (
    <Button tone="quiet" onClick={() => setOpen(new Set([...open, start]))}>
      {i18n._({
        id: "letter.compare.unfold",
        message: "Show {count, plural, one {# unchanged paragraph} other {# unchanged paragraphs}}",
        values: { count: changes.length },
      })}
    </Button>
  );
  const parts = (fold: (button: ReactNode) => ReactNode, shown: (change: Change) => ReactNode) =>
    groups.map((group) => (
      <Fragment key={group.start}>
        {group.isFolded && !open.has(group.start)
          ? fold(unfold(group))
          : group.changes.map((change, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: of two given texts the changes never change.
              <Fragment key={index}>{shown(change)}</Fragment>
            ))}
      </Fragment>
    ));
  const words = { lang: language, dir: language === "ur" ? "rtl" : "ltr" } as const;
  return (
    <section className="compare flex flex-col gap-2">
      <p className="font-medium lang-ur:font-normal">{changesText(i18n, countChanges(found))}</p>
      {isWide ? (
        // The columns stand as the letter is read: the earlier one where its lines begin.
        <table className="compare-table" dir={words.dir}>
          <thead>
            <tr>
              <th scope="col">
                <bdi>{beforeLabel}</bdi>
              </th>
              <th scope="col">
                <bdi>{afterLabel}</bdi>
              </th>
            </tr>
          </thead>
          <tbody>
            {parts(
              (button) => (
                <tr>
                  <td colSpan={2} dir="auto" className="compare-fold">
                    {button}
                  </td>
                </tr>
              ),
              (change) => (
                <tr>
                  <td {...words} data-change={change.kind}>
                    {change.kind !== "added" && (
                      <>
                        {change.kind === "removed" && <ChangeName kind="removed" />}
                        <ChangedUnit change={change} side="before" />
                      </>
                    )}
                  </td>
                  <td {...words} data-change={change.kind}>
                    {change.kind !== "removed" && (
                      <>
                        {change.kind !== "same" && <ChangeName kind={change.kind} />}
                        <ChangedUnit change={change} side="after" />
                      </>
                    )}
                  </td>
                </tr>
              ),
            )}
          </tbody>
        </table>
      ) : (
        <>
          <p className="text-sm text-muted">
            <bdi>{beforeLabel}</bdi>
            <span aria-hidden="true"> → </span>
            <bdi>{afterLabel}</bdi>
          </p>
          <ul className="compare-list">
            {parts(
              (button) => (
                <li className="compare-fold">{button}</li>
              ),
              (change) => (
                <li {...words} data-change={change.kind}>
                  {change.kind !== "same" && <ChangeName kind={change.kind} />}
                  <ChangedUnit change={change} side="both" />
                </li>
              ),
            )}
          </ul>
        </>
      )}
    </section>
  );
}

/** What did not change is folded, but for what stands beside a change. */
function groupsOf(found: readonly Change[]): Group[] {
  const isNear = (index: number) =>
    found.slice(Math.max(0, index - AROUND), index + AROUND + 1).some(({ kind }) => kind !== "same");
  const groups: Group[] = [];
  found.forEach((change, index) => {
    const isFolded = !isNear(index);
    const last = groups.at(-1);
    if (last && last.isFolded === isFolded) last.changes.push(change);
    else groups.push({ start: index, changes: [change], isFolded });
  });
  for (const group of groups) if (group.changes.length < FEWEST) group.isFolded = false;
  return groups;
}
