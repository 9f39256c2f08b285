import { Trans, useLingui } from "@lingui/react";
import { useSearch } from "@tanstack/react-router";
import { useDeferredValue, useState } from "react";
import { useMay } from "@/api/me";
import type { Unit } from "@/api/schema";
import { OrganisationNav } from "@/office/OrganisationNav";
import { Button } from "@/ui/Button";
import { Checkbox } from "@/ui/Checkbox";
import { cx } from "@/ui/cx";
import { ErrorNotice } from "@/ui/errors";
import { TextField } from "@/ui/Field";
import { PlusIcon } from "@/ui/paperIcons";
import { EmptyState, PageHeader, SkeletonRows } from "@/ui/states";
import { useTitle } from "@/ui/useTitle";
import { useUnits } from "./queries";
import { pathTo, search, treeOf } from "./tree";
import { NewUnitDialog } from "./UnitDialogs";
import { UnitPanel } from "./UnitPanel";
import { UnitTree } from "./UnitTree";

/** The government as a tree of units, and the chosen unit beside it. */
export function OrganisationPage() {
  const { i18n } = useLingui();
  const { unit: selected } = useSearch({ from: "/office/organisation" });
  const [closed, setClosed] = useState(false);
  const units = useUnits(closed);
  useTitle(i18n._({ id: "shell.organisation", message: "Organisation" }));
  const chosen = units.data?.find((unit) => unit.id === selected);
  return (
    <div className="mx-auto max-w-[90rem]">
      <PageHeader title={<Trans id="shell.organisation" message="Organisation" />} />
      <OrganisationNav />
      {units.isPending && <SkeletonRows rows={8} height="h-8" />}
      {units.error && <ErrorNotice error={units.error} onRetry={() => void units.refetch()} />}
      {units.data && (
        <div className="grid items-start gap-5 lg:grid-cols-[24rem_minmax(0,1fr)]">
          <TreePanel
            units={units.data}
            selected={selected}
            closed={closed}
            onClosed={setClosed}
            narrow={Boolean(chosen)}
          />
          {chosen ? (
            <UnitPanel
              key={chosen.id}
              unit={chosen}
              path={pathTo(units.data, chosen.id)}
              units={units.data}
            />
          ) : (
            <EmptyState title={<Trans id="organisation.choose" message="Choose a unit" />}>
              <Trans
                id="organisation.choose.do"
                message="Its posts, who holds them, and the heads of its files appear here."
              />
            </EmptyState>
          )}
        </div>
      )}
    </div>
  );
}

interface TreePanelProps {
  units: Unit[];
  selected: string | undefined;
  closed: boolean;
  onClosed: (closed: boolean) => void;
  /** On narrow screens the tree steps back behind the chosen unit. */
  narrow: boolean;
}

function TreePanel({ units, selected, closed, onClosed, narrow }: TreePanelProps) {
  const { i18n } = useLingui();
  const manages = useMay("manage_organisation");
  const [query, setQuery] = useState("");
  const [adding, setAdding] = useState(false);
  const wanted = useDeferredValue(query.trim());
  const branches = search(treeOf(units), wanted);
  const above = new Set(selected ? pathTo(units, selected).map((unit) => unit.id) : []);
  return (
    <section className={cx("rounded-lg border border-line bg-surface p-3", narrow && "hidden lg:block")}>
      <div className="mb-3 flex flex-col gap-2.5">
        <TextField
          type="search"
          label={i18n._({ id: "organisation.find", message: "Find a unit" })}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
        <Checkbox
          label={i18n._({ id: "organisation.showClosed", message: "Show closed units too" })}
          checked={closed}
          onChange={(event) => onClosed(event.target.checked)}
        />
      </div>
      {branches.length === 0 ? (
        <p className="px-2 py-3 text-muted">
          {wanted ? (
            <Trans id="organisation.find.none" message="No unit has these words in its name or code." />
          ) : (
            <Trans
              id="organisation.none"
              message="There are no units yet. Add the first one, or import the organisation from CSV."
            />
          )}
        </p>
      ) : (
        <UnitTree
          key={wanted ? "found" : "all"}
          branches={branches}
          selected={selected}
          opened={(id) => wanted !== "" || above.has(id)}
        />
      )}
      {manages && (
        <Button tone="quiet" icon={<PlusIcon />} className="mt-2" onClick={() => setAdding(true)}>
          <Trans id="organisation.unit.add" message="Add a unit" />
        </Button>
      )}
      {adding && <NewUnitDialog units={units} parentId={selected} onClose={() => setAdding(false)} />}
    </section>
  );
}
