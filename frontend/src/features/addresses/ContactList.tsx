import { Trans } from "@lingui/react";
import { useState } from "react";
import type { Contact } from "@/api/schema";
import { Num } from "@/i18n/format";
import { shownName } from "@/office/addresses/outside";
import { Words } from "@/office/Words";
import { ErrorNotice } from "@/ui/errors";
import { SkeletonRows } from "@/ui/states";
import { ContactDialog } from "./ContactDialog";
import { EntryActs } from "./EntryActs";
import { Entries, EntryRow } from "./EntryRow";
import { useContacts, type Wanted } from "./queries";

/** Everybody outside whose address is kept. */
export function ContactList({ wanted }: { wanted: Wanted }) {
  const contacts = useContacts(wanted);
  const [editing, setEditing] = useState<Contact | null>(null);
  const items = contacts.data?.pages.flatMap((page) => page.items) ?? [];
  if (contacts.error && !contacts.data) {
    return <ErrorNotice error={contacts.error} onRetry={() => void contacts.refetch()} />;
  }
  if (!contacts.data) return <SkeletonRows rows={6} height="h-16" />;
  return (
    <>
      <Entries
        isSearched={wanted.query !== ""}
        none={
          <Trans
            id="address.contacts.none"
            message="Addresses that your unit keeps appear here. They can also be kept while one is typed into a draft."
          />
        }
        more={contacts.hasNextPage ? () => void contacts.fetchNextPage() : null}
        isReading={contacts.isFetchingNextPage}
        items={items.map((contact) => (
          <ContactRow key={contact.id} contact={contact} onEdit={() => setEditing(contact)} />
        ))}
      />
      {editing && <ContactDialog contact={editing} onClose={() => setEditing(null)} />}
    </>
  );
}

function ContactRow({ contact, onEdit }: { contact: Contact; onEdit: () => void }) {
  const { name_ur, lines_ur, lines, email, phone, can_change } = contact;
  const urdu = [name_ur, ...lines_ur].filter(Boolean).join("، ");
  return (
    <EntryRow
      name={contact.name}
      unit={contact.unit}
      isGone={contact.deactivated_at !== null}
      acts={
        can_change && <EntryActs of="contacts" entry={contact} name={shownName(contact)} onEdit={onEdit} />
      }
    >
      {lines.length > 0 && (
        <p className="text-sm">
          <Words>{lines.join(", ")}</Words>
        </p>
      )}
      {urdu && (
        <p className="text-sm">
          <Words>{urdu}</Words>
        </p>
      )}
      {(email || phone) && (
        <p className="flex flex-wrap gap-x-4 text-sm text-muted">
          {email && <Num className="wrap-anywhere">{email}</Num>}
          {phone && <Num>{phone}</Num>}
        </p>
      )}
    </EntryRow>
  );
}
