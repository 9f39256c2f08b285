import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import { useMay } from "@/api/me";
import { useDebounced } from "@/office/useDebounced";
import { Button } from "@/ui/Button";
import { Checkbox } from "@/ui/Checkbox";
import { TextField } from "@/ui/Field";
import { PlusIcon } from "@/ui/paperIcons";
import { PageHeader } from "@/ui/states";
import { Tabs } from "@/ui/Tabs";
import { useTitle } from "@/ui/useTitle";
import { ContactDialog } from "./ContactDialog";
import { ContactList } from "./ContactList";
import { GroupDialog } from "./GroupDialog";
import { GroupList } from "./GroupList";
import type { Wanted } from "./queries";

/** Whom the own unit and those above it often write to. */
export function AddressesPage() {
  const { i18n } = useLingui();
  const mayKeep = useMay("manage_addresses");
  const [tab, setTab] = useState("contacts");
  const [adding, setAdding] = useState<"contact" | "group" | null>(null);
  const [typed, setTyped] = useState("");
  const [deactivated, setDeactivated] = useState(false);
  const wanted: Wanted = { query: useDebounced(typed.trim()), deactivated };
  const title = i18n._({ id: "address.title", message: "Addresses" });
  useTitle(title);
  return (
    <div className="mx-auto max-w-[90rem]">
      <PageHeader
        title={title}
        lead={
          <Trans
            id="address.lead"
            message="Addresses outside the office, and groups for letters that go to many. Your unit sees its own and those of the units above it."
          />
        }
        action={
          mayKeep &&
          (tab === "contacts" ? (
            <Button tone="primary" icon={<PlusIcon />} onClick={() => setAdding("contact")}>
              <Trans id="address.contact.add" message="Add an address" />
            </Button>
          ) : (
            <Button tone="primary" icon={<PlusIcon />} onClick={() => setAdding("group")}>
              <Trans id="address.group.add" message="Make a group" />
            </Button>
          ))
        }
      />
      <search className="mb-4 flex flex-wrap items-end gap-x-5 gap-y-2">
        <TextField
          type="search"
          className="w-full sm:w-96"
          dir="auto"
          label={i18n._({ id: "address.find", message: "Find by name, office or place" })}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Checkbox
          className="pb-1.5"
          label={i18n._({ id: "address.deactivated.show", message: "Show those out of use too" })}
          checked={deactivated}
          onChange={(event) => setDeactivated(event.target.checked)}
        />
      </search>
      <Tabs
        label={title}
        selected={tab}
        onSelect={setTab}
        tabs={[
          {
            id: "contacts",
            label: i18n._({ id: "address.contacts", message: "Outside the office" }),
            content: <ContactList wanted={wanted} />,
          },
          {
            id: "groups",
            label: i18n._({ id: "address.groups", message: "Groups" }),
            content: <GroupList wanted={wanted} />,
          },
        ]}
      />
      {adding === "contact" && <ContactDialog contact={null} onClose={() => setAdding(null)} />}
      {adding === "group" && <GroupDialog group={null} onClose={() => setAdding(null)} />}
    </div>
  );
}
