import { Trans } from "@lingui/react";
import { useState } from "react";
import type { AddressGroup } from "@/api/schema";
import { memberKey, memberName, memberPlace, useMembers } from "@/office/addresses/members";
import { shownName } from "@/office/addresses/outside";
import { Words } from "@/office/Words";
import { ErrorNotice } from "@/ui/errors";
import { Chip, SkeletonRows } from "@/ui/states";
import { EntryActs } from "./EntryActs";
import { Entries, EntryRow } from "./EntryRow";
import { GroupDialog } from "./GroupDialog";
import { useGroups, type Wanted } from "./queries";

/** Those to whom many letters go together. */
export function GroupList({ wanted }: { wanted: Wanted }) {
  const groups = useGroups(wanted);
  const [editing, setEditing] = useState<AddressGroup | null>(null);
  const items = groups.data?.pages.flatMap((page) => page.items) ?? [];
  if (groups.error && !groups.data) {
    return <ErrorNotice error={groups.error} onRetry={() => void groups.refetch()} />;
  }
  if (!groups.data) return <SkeletonRows rows={4} height="h-16" />;
  return (
    <>
      <Entries
        isSearched={wanted.query !== ""}
        none={
          <Trans
            id="address.groups.none"
            message="A group, such as all Deputy Commissioners, is addressed in a draft with one choice."
          />
        }
        more={groups.hasNextPage ? () => void groups.fetchNextPage() : null}
        isReading={groups.isFetchingNextPage}
        items={items.map((group) => (
          <GroupRow key={group.id} group={group} onEdit={() => setEditing(group)} />
        ))}
      />
      {editing && <GroupDialog group={editing} onClose={() => setEditing(null)} />}
    </>
  );
}

function GroupRow({ group, onEdit }: { group: AddressGroup; onEdit: () => void }) {
  const [isOpen, setOpen] = useState(false);
  const other = shownName(group) === group.name ? group.name_ur : group.name;
  return (
    <EntryRow
      name={shownName(group)}
      unit={group.unit}
      isGone={group.deactivated_at !== null}
      acts={
        group.can_change && (
          <EntryActs of="address-groups" entry={group} name={shownName(group)} onEdit={onEdit} />
        )
      }
    >
      {other && (
        <p className="text-sm">
          <Words>{other}</Words>
        </p>
      )}
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className="w-fit cursor-pointer text-sm text-muted">
          <Trans
            id="address.group.members"
            message="{count, plural, one {# member} other {# members}}"
            values={{ count: group.members }}
          />
        </summary>
        {isOpen && <Members group={group} />}
      </details>
    </EntryRow>
  );
}

function Members({ group }: { group: AddressGroup }) {
  const members = useMembers(group);
  if (members.error) return <ErrorNotice error={members.error} onRetry={() => void members.refetch()} />;
  if (!members.data) return <SkeletonRows rows={2} />;
  return (
    <ol className="list-decimal ps-6 text-sm">
      {members.data.map((member) => (
        <li key={memberKey(member)}>
          <Words>{memberName(member)}</Words> <Words className="text-muted">{memberPlace(member)}</Words>{" "}
          {member.gone && (
            <Chip tone="amber">
              <Trans id="address.member.gone" message="No longer exists" />
            </Chip>
          )}
        </li>
      ))}
    </ol>
  );
}
