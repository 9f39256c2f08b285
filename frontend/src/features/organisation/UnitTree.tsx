import { useLingui } from "@lingui/react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Num, nameOf } from "@/i18n/format";
import { cx } from "@/ui/cx";
import { ForwardIcon } from "@/ui/paperIcons";
import type { Branch } from "./tree";

interface UnitTreeProps {
  branches: Branch[];
  selected: string | undefined;
  /** Units that are open from the start: those above the selected one, or all while searching. */
  opened: (id: string) => boolean;
  depth?: number;
}

/** Units under units, as nested lists that open and close. */
export function UnitTree({ branches, selected, opened, depth = 0 }: UnitTreeProps) {
  return (
    <ul className={cx(depth > 0 && "ms-3 border-s border-line ps-1.5")}>
      {branches.map((branch) => (
        <UnitBranch key={branch.unit.id} {...{ branch, selected, opened, depth }} />
      ))}
    </ul>
  );
}

function UnitBranch(props: Omit<UnitTreeProps, "branches"> & { branch: Branch; depth: number }) {
  const { branch, selected, opened, depth } = props;
  const { i18n } = useLingui();
  const { unit, children } = branch;
  const [chosen, setChosen] = useState<boolean | null>(null);
  const open = chosen ?? (depth === 0 || opened(unit.id));
  const name = nameOf(unit);
  return (
    <li>
      <div className={cx("flex items-center rounded-md", unit.id === selected && "bg-accent-soft")}>
        {children.length > 0 ? (
          <button
            type="button"
            aria-expanded={open}
            aria-label={i18n._({ id: "organisation.under", message: "Units under {name}", values: { name } })}
            className="flex size-8 shrink-0 items-center justify-center rounded-md text-muted hover:bg-sunken"
            onClick={() => setChosen(!open)}
          >
            <span className={cx("transition-transform", open && "rotate-90 rtl:-rotate-90")}>
              <ForwardIcon />
            </span>
          </button>
        ) : (
          <span className="w-8 shrink-0" />
        )}
        <Link
          to="/organisation"
          search={{ unit: unit.id }}
          aria-current={unit.id === selected ? "true" : undefined}
          className="flex min-w-0 flex-1 items-baseline gap-2 rounded-md px-1.5 py-1 text-ink no-underline hover:bg-sunken"
        >
          <bdi className={cx(unit.closed_at && "text-muted line-through")}>{name}</bdi>
          <span className="ms-auto text-xs text-muted">
            <Num>{unit.code}</Num>
          </span>
        </Link>
      </div>
      {open && children.length > 0 && (
        <UnitTree branches={children} selected={selected} opened={opened} depth={depth + 1} />
      )}
    </li>
  );
}
