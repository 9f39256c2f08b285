import { Trans } from "@lingui/react";
import type { ReactNode } from "react";
import { useActingCharge } from "@/api/me";
import type { UnitRef } from "@/api/schema";
import { nameOf } from "@/i18n/format";
import { Words } from "@/office/Words";
import { Button } from "@/ui/Button";
import { Chip, EmptyState } from "@/ui/states";

interface EntryRowProps {
  name: string;
  unit: UnitRef;
  isGone: boolean;
  /** What the entry says below its name. */
  children: ReactNode;
  acts: ReactNode;
}

/** An entry of the address book: what it says, who keeps it, and what may be done with it. */
export function EntryRow({ name, unit, isGone, children, acts }: EntryRowProps) {
  const own = useActingCharge()?.post.unit.id;
  return (
    <li className="grid items-start gap-x-5 gap-y-1 px-4 py-2 md:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <Words className="font-medium lang-ur:font-normal">{name}</Words>
          {isGone && (
            <Chip tone="amber">
              <Trans id="address.gone" message="Out of use" />
            </Chip>
          )}
          {unit.id !== own && (
            <Chip>
              <bdi>{nameOf(unit)}</bdi>
            </Chip>
          )}
        </p>
        {children}
      </div>
      {acts}
    </li>
  );
}

interface EntriesProps {
  items: ReactNode[];
  isSearched: boolean;
  /** What will come here. */
  none: ReactNode;
  more: (() => void) | null;
  isReading: boolean;
}

/** The entries, or what to do where there are none. */
export function Entries({ items, isSearched, none, more, isReading }: EntriesProps) {
  if (items.length === 0) {
    return (
      <EmptyState title={<Trans id="address.none" message="Nothing found" />}>
        {isSearched ? (
          <Trans id="address.none.searched" message="Try fewer letters, or the name in the other language." />
        ) : (
          none
        )}
      </EmptyState>
    );
  }
  return (
    <>
      <ul className="divide-y divide-line rounded-lg border border-line bg-surface">{items}</ul>
      {more && (
        <div className="flex justify-center pt-3">
          <Button pending={isReading} onClick={more}>
            <Trans id="ui.more" message="Show more" />
          </Button>
        </div>
      )}
    </>
  );
}
