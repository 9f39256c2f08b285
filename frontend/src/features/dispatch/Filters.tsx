import { Trans, useLingui } from "@lingui/react";
import { type ReactNode, useEffect, useState } from "react";
import type { DispatchState } from "@/api/schema";
import { STATES, stateLabel } from "@/office/dispatch/words";
import { useDebounced } from "@/office/useDebounced";
import { Button } from "@/ui/Button";
import { DateField } from "@/ui/DateField";
import { Select, TextField } from "@/ui/Field";

interface Common {
  state?: DispatchState;
  from?: string;
  until?: string;
  text?: string;
}

interface FiltersProps<Search extends Common> {
  search: Search;
  onChange: (search: Search) => void;
  textLabel: string;
  /** What only one of the lists asks. */
  children: (set: (name: keyof Search, value: string) => void) => ReactNode;
}

/** The filters live in the address, so that a filtered list can be sent to a colleague. */
export function Filters<Search extends Common>(props: FiltersProps<Search>) {
  const { search, onChange, textLabel, children } = props;
  const { i18n } = useLingui();
  const set = (name: keyof Search, value: string) => {
    const { [name]: _, ...rest } = search;
    onChange((value ? { ...rest, [name]: value } : rest) as Search);
  };
  return (
    <search className="no-print mb-4 grid grid-cols-2 items-end gap-3 lg:grid-cols-4">
      <Text label={textLabel} value={search.text ?? ""} onChange={(text) => set("text", text)} />
      <Select
        label={i18n._({ id: "registry.state", message: "State" })}
        value={search.state ?? ""}
        onChange={(event) => set("state", event.target.value)}
      >
        <option value="">{i18n._({ id: "registry.any", message: "Any" })}</option>
        {STATES.map((state) => (
          <option key={state} value={state}>
            {stateLabel(i18n, state)}
          </option>
        ))}
      </Select>
      {children(set)}
      <DateField
        label={i18n._({ id: "dispatch.from", message: "Issued from" })}
        value={search.from ?? ""}
        onChange={(event) => set("from", event.target.value)}
      />
      <DateField
        label={i18n._({ id: "dispatch.until", message: "Issued to" })}
        value={search.until ?? ""}
        onChange={(event) => set("until", event.target.value)}
      />
      {Object.keys(search).length > 0 && (
        <Button onClick={() => onChange({} as Search)}>
          <Trans id="registry.clear" message="Clear the filters" />
        </Button>
      )}
    </search>
  );
}

interface TextProps {
  label: string;
  value: string;
  onChange: (text: string) => void;
}

function Text({ label, value, onChange }: TextProps) {
  const [typed, setTyped] = useState(value);
  const settled = useDebounced(typed.trim(), 300);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only typing changes the address.
  useEffect(() => {
    if (settled !== value) onChange(settled);
  }, [settled]);
  useEffect(() => {
    if (value === "") setTyped("");
  }, [value]);
  return (
    <TextField
      type="search"
      className="col-span-2"
      label={label}
      dir="auto"
      maxLength={200}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
    />
  );
}
