import { Trans } from "@lingui/react";
import { keepPreviousData } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { api } from "@/api/client";
import type { Person } from "@/api/schema";
import { Num, nameOf, titleOf } from "@/i18n/format";
import { type PickerOption, SearchPicker } from "@/ui/SearchPicker";
import { useDebounced } from "./useDebounced";

interface PersonPickerProps {
  id?: string;
  label: ReactNode;
  error?: string | undefined;
  value: Person | null;
  onChange: (person: Person | null) => void;
  without?: string | undefined;
}

/** Any active person, found by name or user name, with the posts they hold already. */
export function PersonPicker({ value, onChange, without, ...field }: PersonPickerProps) {
  const [query, setQuery] = useState("");
  const settled = useDebounced(query);
  const found = api.useQuery(
    "get",
    "/api/v1/persons",
    { params: { query: { active: true, limit: 20, ...(settled && { query: settled }) } } },
    { placeholderData: keepPreviousData },
  );
  const persons = (found.data?.items ?? []).filter((person) => person.id !== without);
  return (
    <SearchPicker
      {...field}
      chosen={value && optionOf(value)}
      onQuery={setQuery}
      onChoose={onChange}
      pending={found.isFetching || settled !== query}
      groups={[
        {
          key: "persons",
          title: <Trans id="organisation.persons" message="Persons" />,
          options: persons.map(optionOf),
        },
      ]}
    />
  );
}

function optionOf(person: Person): PickerOption<Person> {
  return {
    key: person.id,
    text: nameOf(person),
    names: [person.user_name, person.name_en, person.name_ur],
    item: person,
    content: (
      <span className="block">
        <span className="flex justify-between gap-3">
          <bdi>{nameOf(person)}</bdi>
          <Num className="text-sm text-muted">{person.user_name}</Num>
        </span>
        <span className="block text-sm text-muted">
          {person.charges.map((charge) => titleOf(charge.post)).join(" · ") || (
            <Trans id="organisation.noPosts" message="Holds no post" />
          )}
        </span>
      </span>
    ),
  };
}
