import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import { useMay } from "@/api/me";
import type { Person } from "@/api/schema";
import { PersonPicker } from "./PersonPicker";

interface ConcernsFieldProps {
  value: Person | null;
  onChange: (person: Person | null) => void;
}

/** Whose own promotion, pay or conduct the case is about: it is never marked to that person. */
export function ConcernsField({ value, onChange }: ConcernsFieldProps) {
  const { i18n } = useLingui();
  const [isOpen, setOpen] = useState(false);
  if (!useMay("read_organisation")) return null;
  return (
    <details
      className="text-sm"
      open={isOpen || value !== null}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary className="w-fit text-accent">
        <Trans id="paper.concerns" message="The own case of an officer" />
      </summary>
      <div className="flex flex-col gap-1 pt-1">
        <p className="text-muted">
          <Trans
            id="paper.concerns.hint"
            message="Promotion, transfer, pay, allowances or conduct of one of us: the case is then never marked to that officer."
          />
        </p>
        <PersonPicker
          label={i18n._({ id: "paper.concerns.officer", message: "Officer" })}
          value={value}
          onChange={onChange}
        />
      </div>
    </details>
  );
}
