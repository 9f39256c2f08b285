import { Trans, useLingui } from "@lingui/react";
import { useEffect, useState } from "react";
import { ALL_MODES, modeLabel, RECEIPT_STATES, receiptStateLabel } from "@/office/labels";
import { useDebounced } from "@/office/useDebounced";
import type { RegistrySearch } from "@/routes/registry";
import { Button } from "@/ui/Button";
import { DateField } from "@/ui/DateField";
import { Select, TextField } from "@/ui/Field";

interface RegisterFiltersProps {
  search: RegistrySearch;
  onChange: (search: RegistrySearch) => void;
}

/** The filters live in the address, so that a filtered register can be sent to a colleague. */
export function RegisterFilters({ search, onChange }: RegisterFiltersProps) {
  const { i18n } = useLingui();
  const set = (name: keyof RegistrySearch, value: string) => {
    const { [name]: _, ...rest } = search;
    onChange(value ? { ...rest, [name]: value } : rest);
  };
  return (
    <search className="no-print mb-4 grid grid-cols-2 items-end gap-3 lg:grid-cols-3 xl:grid-cols-[minmax(0,2fr)_repeat(4,minmax(0,1fr))_auto]">
      <Words value={search.query ?? ""} onChange={(query) => set("query", query)} />
      <DateField
        label={i18n._({ id: "registry.from", message: "Received from" })}
        value={search.from ?? ""}
        onChange={(event) => set("from", event.target.value)}
      />
      <DateField
        label={i18n._({ id: "registry.to", message: "Received to" })}
        value={search.to ?? ""}
        onChange={(event) => set("to", event.target.value)}
      />
      <Select
        label={i18n._({ id: "registry.state", message: "State" })}
        value={search.state ?? ""}
        onChange={(event) => set("state", event.target.value)}
      >
        <option value="">{i18n._({ id: "registry.any", message: "Any" })}</option>
        {RECEIPT_STATES.map((state) => (
          <option key={state} value={state}>
            {receiptStateLabel(i18n, state)}
          </option>
        ))}
      </Select>
      <Select
        label={i18n._({ id: "receipt.mode", message: "How it came" })}
        value={search.mode ?? ""}
        onChange={(event) => set("mode", event.target.value)}
      >
        <option value="">{i18n._({ id: "registry.any", message: "Any" })}</option>
        {ALL_MODES.map((mode) => (
          <option key={mode} value={mode}>
            {modeLabel(i18n, mode)}
          </option>
        ))}
      </Select>
      <Button
        className="max-lg:disabled:hidden"
        disabled={Object.keys(search).length === 0}
        onClick={() => onChange({})}
      >
        <Trans id="registry.clear" message="Clear the filters" />
      </Button>
    </search>
  );
}

function Words({ value, onChange }: { value: string; onChange: (words: string) => void }) {
  const { i18n } = useLingui();
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
      className="max-lg:col-span-full"
      label={i18n._({ id: "registry.query", message: "Number, sender or words of the subject" })}
      dir="auto"
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
    />
  );
}
