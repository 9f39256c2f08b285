import { Trans } from "@lingui/react";
import { keepPreviousData } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { api } from "@/api/client";
import type { Unit, UnitRef } from "@/api/schema";
import { Num, nameOf } from "@/i18n/format";
import { type PickerOption, SearchPicker } from "@/ui/SearchPicker";
import { useDebounced } from "./useDebounced";

interface UnitPickerProps {
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  id?: string;
  value: UnitRef | null;
  onChange: (unit: UnitRef | null) => void;
}

/** A unit of the government, found by its name or code. */
export function UnitPicker({ value, onChange, ...field }: UnitPickerProps) {
  const [query, setQuery] = useState("");
  const settled = useDebounced(query);
  const found = api.useQuery(
    "get",
    "/api/v1/units",
    { params: { query: { ...(settled ? { query: settled } : {}), limit: 20 } } },
    { placeholderData: keepPreviousData },
  );
  const units = (found.data?.items ?? []).map(refOf);
  return (
    <SearchPicker
      {...field}
      chosen={value && optionOf(value)}
      onQuery={setQuery}
      onChoose={onChange}
      pending={found.isFetching || settled !== query}
      groups={[
        {
          key: "units",
          title: <Trans id="paper.unit.all" message="Units" />,
          options: units.map(optionOf),
        },
      ]}
    />
  );
}

function optionOf(unit: UnitRef): PickerOption<UnitRef> {
  return {
    key: unit.id,
    text: nameOf(unit),
    names: [unit.name_en, unit.name_ur],
    item: unit,
    content: (
      <span className="flex flex-col">
        <bdi>{nameOf(unit)}</bdi>
        <Num className="text-sm text-muted">{unit.code}</Num>
      </span>
    ),
  };
}

const refOf = ({ id, code, kind, name_en, name_ur }: Unit): UnitRef => ({ id, code, kind, name_en, name_ur });
