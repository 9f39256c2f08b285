import { Trans, useLingui } from "@lingui/react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import type { Person } from "@/api/schema";
import { Num, nameOf, Time, titleOf } from "@/i18n/format";
import { chargeKindLabel } from "@/office/labels";
import { OrganisationNav } from "@/office/OrganisationNav";
import { useDebounced } from "@/office/useDebounced";
import { Button } from "@/ui/Button";
import { Checkbox } from "@/ui/Checkbox";
import { ErrorNotice } from "@/ui/errors";
import { TextField } from "@/ui/Field";
import { PlusIcon } from "@/ui/paperIcons";
import { Chip, EmptyState, PageHeader, SkeletonRows } from "@/ui/states";
import { useTitle } from "@/ui/useTitle";
import { PersonActions } from "./PersonActions";
import { NewPersonDialog } from "./PersonDialogs";
import { usePersons } from "./queries";

/** Everybody with an account: who they are, what they hold, and how they get in. */
export function PersonsPage() {
  const { i18n } = useLingui();
  const search = useSearch({ from: "/office/organisation/persons" });
  const navigate = useNavigate({ from: "/organisation/persons" });
  const [adding, setAdding] = useState(false);
  const query = useDebounced(search.query ?? "");
  const persons = usePersons(query, search.inactive ? undefined : true);
  const items = persons.data?.pages.flatMap((page) => page.items) ?? [];
  useTitle(i18n._({ id: "organisation.persons", message: "Persons" }));
  return (
    <div className="mx-auto max-w-[90rem]">
      <PageHeader
        title={<Trans id="organisation.persons" message="Persons" />}
        action={
          <Button tone="primary" icon={<PlusIcon />} onClick={() => setAdding(true)}>
            <Trans id="organisation.person.add" message="Add a person" />
          </Button>
        }
      />
      <OrganisationNav />
      <div className="mb-4 flex flex-wrap items-end gap-x-5 gap-y-2">
        <TextField
          type="search"
          className="w-full sm:w-96"
          label={i18n._({ id: "organisation.person.find", message: "Find by name or user name" })}
          value={search.query ?? ""}
          onChange={(event) => {
            const query = event.target.value;
            void navigate({
              search: (before) => ({
                ...(before.inactive && { inactive: true as const }),
                ...(query && { query }),
              }),
              replace: true,
            });
          }}
        />
        <Checkbox
          className="pb-1.5"
          label={i18n._({ id: "organisation.person.inactive", message: "Show deactivated persons too" })}
          checked={search.inactive ?? false}
          onChange={(event) => {
            const inactive = event.target.checked;
            void navigate({
              search: (before) => ({
                ...(before.query && { query: before.query }),
                ...(inactive && { inactive: true as const }),
              }),
              replace: true,
            });
          }}
        />
      </div>
      {persons.isPending && <SkeletonRows rows={8} height="h-14" />}
      {persons.error && <ErrorNotice error={persons.error} onRetry={() => void persons.refetch()} />}
      {persons.data && items.length === 0 && (
        <EmptyState title={<Trans id="organisation.person.none" message="Nobody found" />}>
          <Trans
            id="organisation.person.none.do"
            message="Try fewer letters of the name. A person who is new gets an account with Add a person."
          />
        </EmptyState>
      )}
      {items.length > 0 && (
        <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
          {items.map((person) => (
            <PersonRow key={person.id} person={person} />
          ))}
        </ul>
      )}
      {persons.hasNextPage && (
        <div className="flex justify-center pt-3">
          <Button pending={persons.isFetchingNextPage} onClick={() => void persons.fetchNextPage()}>
            <Trans id="ui.more" message="Show more" />
          </Button>
        </div>
      )}
      {adding && <NewPersonDialog onClose={() => setAdding(false)} />}
    </div>
  );
}

function PersonRow({ person }: { person: Person }) {
  const { i18n } = useLingui();
  return (
    <li className="grid items-center gap-x-5 gap-y-1 px-4 py-2 md:grid-cols-[minmax(0,1fr)_minmax(0,1.3fr)_auto]">
      <div>
        <bdi className="font-medium lang-ur:font-normal">{nameOf(person)}</bdi>{" "}
        {person.deactivated_at && (
          <Chip tone="amber">
            <Trans id="organisation.person.deactivated" message="Deactivated" />
          </Chip>
        )}
        <p className="flex flex-wrap gap-x-3 text-sm text-muted">
          <Num>{person.user_name}</Num>
          {person.email && <Num>{person.email}</Num>}
        </p>
      </div>
      <ul className="text-sm">
        {person.charges.length === 0 && (
          <li className="text-muted">
            <Trans id="organisation.noPosts" message="Holds no post" />
          </li>
        )}
        {person.charges.map((charge) => (
          <li key={charge.id}>
            <bdi>{titleOf(charge.post)}</bdi>{" "}
            <span className="text-muted">
              {chargeKindLabel(i18n, charge.kind)} ·{" "}
              <Trans
                id="organisation.since"
                message="since {day}"
                values={{ day: <Time at={charge.since} only="date" /> }}
              />
            </span>
          </li>
        ))}
      </ul>
      <PersonActions person={person} />
    </li>
  );
}
