import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import type { Addressee, PostRef, UnitRef } from "@/api/schema";
import { OrderedList } from "@/office/OrderedList";
import { Button, IconButton } from "@/ui/Button";
import { EditIcon } from "@/ui/draftIcons";
import { PlusIcon } from "@/ui/paperIcons";
import { AddresseeDialog } from "./AddresseeDialog";
import { AddresseeLines } from "./AddresseeLines";
import { addresseeKey, MOST_ADDRESSEES, type Party } from "./content";
import type { Names } from "./names";

interface PartySectionProps {
  party: Party;
  addressees: Addressee[];
  names: Names;
  onLearn: (named: { posts?: PostRef[]; units?: UnitRef[] }) => void;
  onChange: (addressees: Addressee[]) => void;
  readOnly: boolean;
  /** It is written in Urdu too. */
  urdu: boolean;
}

/** To whom it goes, or who gets a copy. */
export function PartySection(props: PartySectionProps) {
  const { party, addressees, names, onLearn, onChange, readOnly, urdu } = props;
  const { i18n } = useLingui();
  const [open, setOpen] = useState<number | "new" | null>(null);
  const label = {
    addressees: i18n._({ id: "draft.addressees", message: "To" }),
    copies: i18n._({ id: "draft.copies", message: "Copies to" }),
  }[party];
  const gone = i18n._({ id: "draft.addressee.gone", message: "A post or unit that does not exist any more" });
  const put = (chosen: Addressee[]) => {
    const others = addressees.filter((_, index) => index !== open);
    const known = new Set(others.map(addresseeKey));
    const fresh = chosen.filter((addressee) => !known.has(addresseeKey(addressee)));
    const place = open === "new" || open === null ? addressees.length : open;
    if (fresh.length > 0) onChange([...others.slice(0, place), ...fresh, ...others.slice(place)]);
    setOpen(null);
  };
  return (
    <section aria-label={label} className="flex flex-col gap-1.5">
      <h3 className="text-sm font-medium lang-ur:font-normal">{label}</h3>
      <OrderedList
        label={label}
        items={addressees}
        prefix={`draft-${party}`}
        keyOf={addresseeKey}
        nameOf={(one) => names.nameOf(one) ?? gone}
        onChange={onChange}
        readOnly={readOnly}
        show={(one) => <AddresseeLines addressee={one} names={names} gone={gone} />}
        more={(one, index) =>
          one.kind === "outside" && (
            <IconButton
              label={i18n._({
                id: "draft.addressee.edit",
                message: "Change {name}",
                values: { name: one.name },
              })}
              icon={<EditIcon />}
              onClick={() => setOpen(index)}
            />
          )
        }
      />
      {readOnly && addressees.length === 0 && (
        <p className="text-muted">
          <Trans id="draft.nobody" message="Nobody" />
        </p>
      )}
      {!readOnly && addressees.length < MOST_ADDRESSEES && (
        <Button
          id={`draft-${party}`}
          className="self-start"
          icon={<PlusIcon />}
          onClick={() => setOpen("new")}
        >
          {party === "addressees"
            ? i18n._({ id: "draft.addressees.add", message: "Add an addressee" })
            : i18n._({ id: "draft.copies.add", message: "Add a copy" })}
        </Button>
      )}
      {open !== null && (
        <AddresseeDialog
          party={party}
          before={open === "new" ? null : (addressees[open] ?? null)}
          present={addressees}
          urdu={urdu}
          onLearn={onLearn}
          onDone={put}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  );
}
