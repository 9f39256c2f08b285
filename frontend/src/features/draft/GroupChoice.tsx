import { Trans, useLingui } from "@lingui/react";
import type { Addressee, AddressGroup } from "@/api/schema";
import { GroupPicker } from "@/office/addresses/EntryPickers";
import { memberName, useMembers } from "@/office/addresses/members";
import { ErrorNotice } from "@/ui/errors";
import { Spinner } from "@/ui/Spinner";
import { MOST_ADDRESSEES } from "./content";
import { type Brought, broughtBy } from "./groups";

/** What a chosen group brings; nothing while it is read, and where it would be too many. */
export function useBrought(group: AddressGroup | null, present: Addressee[]) {
  const members = useMembers(group);
  const brought = group && members.data ? broughtBy(members.data, present) : null;
  const isTooMany = brought !== null && present.length + brought.added.length > MOST_ADDRESSEES;
  return { brought, isTooMany, isReading: members.isLoading, error: members.error, retry: members.refetch };
}

interface GroupChoiceProps {
  group: AddressGroup | null;
  onChange: (group: AddressGroup | null) => void;
  state: ReturnType<typeof useBrought>;
  error: string | undefined;
}

/** A group of the address book, and what would be added of it. */
export function GroupChoice({ group, onChange, state, error }: GroupChoiceProps) {
  const { i18n } = useLingui();
  const tooMany = i18n._({
    id: "draft.group.tooMany",
    message: "With this group there would be more than {most} addressees.",
    values: { most: MOST_ADDRESSEES },
  });
  return (
    <>
      <GroupPicker
        label={i18n._({ id: "draft.group.label", message: "Group" })}
        value={group}
        onChange={onChange}
        error={state.isTooMany ? tooMany : error}
      />
      {state.isReading && <Spinner />}
      {state.error && <ErrorNotice error={state.error} onRetry={() => void state.retry()} />}
      {state.brought && (
        <div role="status" className="rounded-md border border-line bg-sunken px-3 py-2">
          <BroughtWords brought={state.brought} />
        </div>
      )}
    </>
  );
}

function BroughtWords({ brought: { added, there, gone } }: { brought: Brought }) {
  return (
    <>
      <p>
        <Trans
          id="draft.group.adds"
          message="{count, plural, =0 {Nobody is added.} one {# addressee is added.} other {# addressees are added.}}"
          values={{ count: added.length }}
        />{" "}
        {there > 0 && (
          <Trans
            id="draft.group.there"
            message="{count, plural, one {# is there already.} other {# are there already.}}"
            values={{ count: there }}
          />
        )}
      </p>
      {gone.length > 0 && (
        <p className="text-red">
          <Trans
            id="draft.group.gone"
            message="Left out, as nothing is sent there any more: {names}"
            values={{ names: <bdi>{gone.map(memberName).join(" · ")}</bdi> }}
          />
        </p>
      )}
    </>
  );
}
