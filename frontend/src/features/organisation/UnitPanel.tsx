import { Trans, useLingui } from "@lingui/react";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { client } from "@/api/client";
import { ifMatch } from "@/api/headers";
import { useMay } from "@/api/me";
import type { Unit } from "@/api/schema";
import { Num, nameOf } from "@/i18n/format";
import { unitKindLabel } from "@/office/organisation";
import { Button } from "@/ui/Button";
import { confirm } from "@/ui/confirm";
import { Chip } from "@/ui/states";
import { Tabs } from "@/ui/Tabs";
import { HeadsTab } from "./HeadsTab";
import { PostsTab } from "./PostsTab";
import { EditUnitDialog, NewUnitDialog } from "./UnitDialogs";
import { useChange } from "./useChange";

interface UnitPanelProps {
  unit: Unit;
  path: Unit[];
  units: Unit[];
}

/** One unit: what it is, its posts, its heads of files. */
export function UnitPanel({ unit, path, units }: UnitPanelProps) {
  const { i18n } = useLingui();
  const { tab } = useSearch({ from: "/office/organisation" });
  const navigate = useNavigate({ from: "/organisation" });
  return (
    <section aria-labelledby="unit-name" className="rounded-lg border border-line bg-surface p-4 sm:p-5">
      <Path path={path.slice(0, -1)} />
      <div className="mb-3 flex flex-wrap items-start justify-between gap-3">
        <div>
          <h2 id="unit-name" className="font-serif text-xl font-semibold lang-ur:font-normal">
            <bdi>{nameOf(unit)}</bdi>
          </h2>
          <p className="flex flex-wrap items-baseline gap-x-3 text-muted">
            <span>{unitKindLabel(i18n, unit.kind)}</span>
            <Num>{unit.code}</Num>
            {unit.file_number_template && <Num>{unit.file_number_template}</Num>}
            {path.some((one) => one.signs_with_passkeys) && (
              <Chip>
                <Trans id="organisation.unit.passkeys.chip" message="Signs with passkeys only" />
              </Chip>
            )}
            {unit.closed_at && (
              <Chip tone="amber">
                <Trans id="organisation.closed" message="Closed" />
              </Chip>
            )}
          </p>
        </div>
        {!unit.closed_at && <UnitActions unit={unit} units={units} />}
      </div>
      <Tabs
        label={i18n._({ id: "organisation.unit.parts", message: "Parts of the unit" })}
        selected={tab ?? "posts"}
        onSelect={(id) =>
          void navigate({
            search: { unit: unit.id, ...(id === "heads" && { tab: "heads" as const }) },
            replace: true,
          })
        }
        tabs={[
          {
            id: "posts",
            label: i18n._({ id: "organisation.posts", message: "Posts" }),
            content: <PostsTab unit={unit} />,
          },
          {
            id: "heads",
            label: i18n._({ id: "organisation.heads", message: "Heads of files" }),
            content: <HeadsTab unit={unit} />,
          },
        ]}
      />
    </section>
  );
}

function Path({ path }: { path: Unit[] }) {
  const { i18n } = useLingui();
  return (
    <nav aria-label={i18n._({ id: "organisation.path", message: "Units above" })} className="mb-1 text-sm">
      <ol className="flex flex-wrap gap-x-1.5 text-muted">
        <li className="lg:hidden">
          <Link to="/organisation" className="inline-block min-h-7 text-accent">
            <Trans id="organisation.all" message="All units" />
          </Link>
          {path.length > 0 && <Stroke />}
        </li>
        {path.map((unit, index) => (
          <li key={unit.id}>
            <Link to="/organisation" search={{ unit: unit.id }} className="inline-block min-h-7 text-accent">
              <bdi>{nameOf(unit)}</bdi>
            </Link>
            {index < path.length - 1 && <Stroke />}
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Stroke() {
  return <span aria-hidden="true"> /</span>;
}

function UnitActions({ unit, units }: { unit: Unit; units: Unit[] }) {
  const { i18n } = useLingui();
  const manages = useMay("manage_organisation");
  const [dialog, setDialog] = useState<"edit" | "add" | null>(null);
  const close = useChange(
    () =>
      client.POST("/api/v1/units/{id}/closure", {
        params: { path: { id: unit.id }, header: ifMatch(unit.version) },
        body: {},
      }),
    i18n._({ id: "organisation.unit.closedNow", message: "The unit has been closed." }),
  );
  if (!manages) return null;
  const askToClose = async () => {
    const yes = await confirm({
      title: i18n._({
        id: "organisation.unit.close.ask",
        message: "Close {name}?",
        values: { name: nameOf(unit) },
      }),
      body: i18n._({
        id: "organisation.unit.close.effect",
        message:
          "A closed unit opens no files and gets no posts. Its records stay. Open posts or units under it must be closed first.",
      }),
      action: i18n._({ id: "organisation.unit.close", message: "Close the unit" }),
      danger: true,
    });
    if (yes) close.mutate(undefined);
  };
  return (
    <div className="flex flex-wrap gap-2">
      <Button onClick={() => setDialog("edit")}>
        <Trans id="organisation.unit.change" message="Change" />
      </Button>
      <Button onClick={() => setDialog("add")}>
        <Trans id="organisation.unit.addUnder" message="Add a unit under it" />
      </Button>
      <Button tone="danger" pending={close.isPending} onClick={() => void askToClose()}>
        <Trans id="organisation.unit.close" message="Close the unit" />
      </Button>
      {dialog === "edit" && <EditUnitDialog unit={unit} units={units} onClose={() => setDialog(null)} />}
      {dialog === "add" && <NewUnitDialog units={units} parentId={unit.id} onClose={() => setDialog(null)} />}
    </div>
  );
}
