import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import type { AddressGroupMember } from "@/api/schema";
import { ContactPicker } from "@/office/addresses/EntryPickers";
import { memberKey, memberName, memberPlace } from "@/office/addresses/members";
import { OrderedList } from "@/office/OrderedList";
import { PostPicker } from "@/office/PostPicker";
import { RadioRow } from "@/office/RadioRow";
import { UnitPicker } from "@/office/UnitPicker";
import { Words } from "@/office/Words";
import { Chip } from "@/ui/states";

interface MembersFieldProps {
  members: AddressGroupMember[];
  onChange: (members: AddressGroupMember[]) => void;
}

/** Members in the order in which letters name them. What is chosen is a member at once. */
export function MembersField({ members, onChange }: MembersFieldProps) {
  const { i18n } = useLingui();
  const [kind, setKind] = useState<AddressGroupMember["kind"]>("contact");
  const [choices, setChoices] = useState(0);
  const add = (member: Partial<AddressGroupMember> & Pick<AddressGroupMember, "id">) => {
    const whole = { kind, gone: false, contact: null, post: null, unit: null, ...member };
    const there = members.findIndex((other) => memberKey(other) === memberKey(whole));
    if (there < 0) onChange([...members, whole]);
    setChoices(choices + 1);
    // The field begins anew: who was chosen has the focus, and is told.
    const place = there < 0 ? members.length : there;
    requestAnimationFrame(() => document.getElementById(`member-${place}`)?.focus());
  };
  const label = i18n._({ id: "address.members", message: "Members" });
  return (
    <section aria-label={label} className="flex flex-col gap-3">
      <h3 className="text-sm font-medium lang-ur:font-normal">{label}</h3>
      {members.length === 0 && (
        <p className="text-muted">
          <Trans
            id="address.members.none"
            message="Nobody yet. Choose below whom letters to this group go to."
          />
        </p>
      )}
      <div className="max-h-80 overflow-auto">
        <OrderedList
          label={label}
          items={members}
          prefix="member"
          keyOf={memberKey}
          nameOf={memberName}
          onChange={onChange}
          readOnly={false}
          show={(member) => (
            <>
              <p>
                <Words>{memberName(member)}</Words>{" "}
                {member.gone && (
                  <Chip tone="amber">
                    <Trans id="address.member.gone" message="No longer exists" />
                  </Chip>
                )}
              </p>
              <Words className="text-sm text-muted">{memberPlace(member)}</Words>
            </>
          )}
        />
      </div>
      <RadioRow
        label={i18n._({ id: "address.members.add", message: "Add" })}
        value={kind}
        onChange={setKind}
        options={[
          {
            value: "contact",
            label: i18n._({ id: "address.contacts", message: "Outside the office" }),
          },
          { value: "post", label: i18n._({ id: "draft.addressee.post", message: "A post" }) },
          { value: "unit", label: i18n._({ id: "draft.addressee.unit", message: "A unit" }) },
        ]}
      />
      {kind === "contact" && (
        <ContactPicker
          key={choices}
          label={i18n._({ id: "draft.addressee.book.label", message: "Entry of the address book" })}
          value={null}
          onChange={(contact) => contact && add({ id: contact.id, contact })}
        />
      )}
      {kind === "post" && (
        <PostPicker
          key={choices}
          label={i18n._({ id: "draft.addressee.post.label", message: "Post" })}
          value={null}
          onChange={(post) => post && add({ id: post.id, post })}
        />
      )}
      {kind === "unit" && (
        <UnitPicker
          key={choices}
          label={i18n._({ id: "draft.addressee.unit.label", message: "Unit" })}
          value={null}
          onChange={(unit) => unit && add({ id: unit.id, unit })}
        />
      )}
    </section>
  );
}
