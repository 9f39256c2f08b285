import { Trans } from "@lingui/react";
import { keepPreviousData } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "@/api/client";
import type { AddressGroup, Contact } from "@/api/schema";
import { nameOf } from "@/i18n/format";
import { type PickerOption, SearchPicker } from "@/ui/SearchPicker";
import { useDebounced } from "../useDebounced";
import { Words } from "../Words";
import { shownLines, shownName } from "./outside";

interface PickerProps<T> {
  label: string;
  hint?: string;
  error?: string | undefined;
  value: T | null;
  onChange: (item: T | null) => void;
}

/** A contact of the address book, found by name, office or place, in either script. */
export function ContactPicker({ value, onChange, ...field }: PickerProps<Contact>) {
  const [query, setQuery] = useState("");
  const settled = useDebounced(query);
  const found = api.useQuery(
    "get",
    "/api/v1/contacts",
    { params: { query: { limit: 20, ...(settled && { query: settled }) } } },
    { placeholderData: keepPreviousData },
  );
  return (
    <SearchPicker
      {...field}
      chosen={value && contactOption(value)}
      onQuery={setQuery}
      onChoose={onChange}
      pending={found.isFetching || settled !== query}
      groups={[
        {
          key: "contacts",
          title: <Trans id="address.book" message="Address book" />,
          options: (found.data?.items ?? []).map(contactOption),
        },
      ]}
    />
  );
}

/** A group of the address book. */
export function GroupPicker({ value, onChange, ...field }: PickerProps<AddressGroup>) {
  const [query, setQuery] = useState("");
  const settled = useDebounced(query);
  const found = api.useQuery(
    "get",
    "/api/v1/address-groups",
    { params: { query: { limit: 20, ...(settled && { query: settled }) } } },
    { placeholderData: keepPreviousData },
  );
  return (
    <SearchPicker
      {...field}
      chosen={value && groupOption(value)}
      onQuery={setQuery}
      onChoose={onChange}
      pending={found.isFetching || settled !== query}
      groups={[
        {
          key: "groups",
          title: <Trans id="address.groups" message="Groups" />,
          options: (found.data?.items ?? []).map(groupOption),
        },
      ]}
    />
  );
}

function contactOption(contact: Contact): PickerOption<Contact> {
  const lines = shownLines(contact);
  return {
    key: contact.id,
    text: [shownName(contact), ...lines].join(" · "),
    names: [contact.name, contact.name_ur].filter(Boolean),
    item: contact,
    content: (
      <span className="flex flex-col">
        <Words>{shownName(contact)}</Words>
        {lines.length > 0 && <Words className="text-sm text-muted">{lines.join(" · ")}</Words>}
      </span>
    ),
  };
}

function groupOption(group: AddressGroup): PickerOption<AddressGroup> {
  return {
    key: group.id,
    text: shownName(group),
    names: [group.name, group.name_ur].filter(Boolean),
    item: group,
    content: (
      <span className="flex flex-col">
        <Words>{shownName(group)}</Words>
        <span className="text-sm text-muted">
          <Trans
            id="address.group.members"
            message="{count, plural, one {# member} other {# members}}"
            values={{ count: group.members }}
          />{" "}
          · <bdi>{nameOf(group.unit)}</bdi>
        </span>
      </span>
    ),
  };
}
