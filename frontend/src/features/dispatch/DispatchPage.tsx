import { Trans, useLingui } from "@lingui/react";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import type { Dispatch, DispatchChannel } from "@/api/schema";
import { type DispatchSearch, dispatchFilters } from "@/office/dispatch/search";
import { CHANNELS, channelLabel } from "@/office/dispatch/words";
import { RegistryNav } from "@/office/RegistryNav";
import { Button } from "@/ui/Button";
import { ErrorNotice } from "@/ui/errors";
import { Select } from "@/ui/Field";
import { PrintIcon } from "@/ui/paperIcons";
import { EmptyState, PageHeader, SkeletonRows } from "@/ui/states";
import { useTitle } from "@/ui/useTitle";
import { DispatchRow } from "./DispatchRow";
import { Filters } from "./Filters";
import { LabelsDialog } from "./LabelsDialog";
import { useDispatches } from "./queries";

const route = getRouteApi("/office/registry/dispatch");

/** What goes out of the units that this registry serves. */
export function DispatchPage() {
  const { i18n } = useLingui();
  const search = dispatchFilters(route.useSearch());
  const navigate = route.useNavigate();
  const title = i18n._({ id: "dispatch.title", message: "Dispatch" });
  useTitle(title);
  const list = useDispatches(search);
  const items = list.data?.pages.flatMap((page) => page.items);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const choose = (id: string) =>
    setChosen((old) => {
      const next = new Set(old);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  return (
    <div>
      <PageHeader
        title={title}
        lead={
          <Trans
            id="dispatch.lead"
            message="What was issued goes to addressees inside by itself. For those outside, write down here what leaves and what comes back."
          />
        }
      />
      <RegistryNav />
      <DispatchFilters search={search} onChange={(next) => void navigate({ search: next, replace: true })} />
      {list.error && <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />}
      {!items && !list.error && <SkeletonRows rows={6} height="h-24" />}
      {items?.length === 0 && <Empty isFiltered={Object.keys(search).length > 0} />}
      {items && items.length > 0 && (
        <>
          <Labels chosen={items.filter(({ id }) => chosen.has(id))} onClear={() => setChosen(new Set())} />
          <ul className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface">
            {items.map((one) => (
              <DispatchRow
                key={one.id}
                dispatch={one}
                isChosen={chosen.has(one.id)}
                onChoose={() => choose(one.id)}
              />
            ))}
          </ul>
        </>
      )}
      {list.hasNextPage && (
        <Button className="mt-3" pending={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          <Trans id="paper.more" message="Show more" />
        </Button>
      )}
    </div>
  );
}

interface DispatchFiltersProps {
  search: DispatchSearch;
  onChange: (search: DispatchSearch) => void;
}

function DispatchFilters({ search, onChange }: DispatchFiltersProps) {
  const { i18n } = useLingui();
  return (
    <Filters
      search={search}
      onChange={onChange}
      textLabel={i18n._({ id: "dispatch.text", message: "Number or words of the address" })}
    >
      {(set) => (
        <Select
          label={i18n._({ id: "dispatch.channel", message: "How it goes" })}
          value={search.channel ?? ""}
          onChange={(event) => set("channel", event.target.value as DispatchChannel)}
        >
          <option value="">{i18n._({ id: "registry.any", message: "Any" })}</option>
          {CHANNELS.map((channel) => (
            <option key={channel} value={channel}>
              {channelLabel(i18n, channel)}
            </option>
          ))}
        </Select>
      )}
    </Filters>
  );
}

/** Labels for what is chosen. */
function Labels({ chosen, onClear }: { chosen: Dispatch[]; onClear: () => void }) {
  const [open, setOpen] = useState(false);
  return (
    <div className="mb-2 flex min-h-11 flex-wrap items-center gap-2">
      <Button icon={<PrintIcon />} disabled={chosen.length === 0} onClick={() => setOpen(true)}>
        <Trans
          id="dispatch.labels"
          message="{count, plural, =0 {Labels of the chosen} one {# label} other {# labels}}"
          values={{ count: chosen.length }}
        />
      </Button>
      {chosen.length > 0 && (
        <Button onClick={onClear}>
          <Trans id="dispatch.choose.none" message="Choose none" />
        </Button>
      )}
      {open && <LabelsDialog chosen={chosen} onClose={() => setOpen(false)} />}
    </div>
  );
}

function Empty({ isFiltered }: { isFiltered: boolean }) {
  if (isFiltered) {
    return (
      <EmptyState title={<Trans id="dispatch.none.filtered" message="Nothing matches" />}>
        <Trans id="registry.none.filtered.do" message="Widen the dates or clear a filter." />
      </EmptyState>
    );
  }
  return (
    <EmptyState title={<Trans id="dispatch.none" message="Nothing goes out" />}>
      <Trans id="dispatch.none.what" message="What the units of this registry issue appears here at once." />
    </EmptyState>
  );
}
