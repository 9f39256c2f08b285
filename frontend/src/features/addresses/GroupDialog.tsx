import { valibotResolver } from "@hookform/resolvers/valibot";
import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import { useForm } from "react-hook-form";
import * as v from "valibot";
import { client } from "@/api/client";
import { ifMatch } from "@/api/headers";
import type { AddressGroup, AddressGroupMember } from "@/api/schema";
import { useMembers } from "@/office/addresses/members";
import { FormDialog } from "@/office/FormDialog";
import { ErrorNotice } from "@/ui/errors";
import { TextField } from "@/ui/Field";
import { SkeletonRows } from "@/ui/states";
import { MembersField } from "./MembersField";
import { useRefreshAddresses } from "./queries";

/** A group that is made, renamed, or given other members. */
export function GroupDialog({ group, onClose }: { group: AddressGroup | null; onClose: () => void }) {
  const { i18n } = useLingui();
  const refresh = useRefreshAddresses();
  const before = useMembers(group);
  const [chosen, setChosen] = useState<AddressGroupMember[] | null>(null);
  const members = chosen ?? before.data ?? [];
  const needed = i18n._({ id: "ui.needed", message: "Please fill this in." });
  const tooLong = i18n._({ id: "ui.tooLong", message: "This is too long." });
  const form = useForm({
    resolver: valibotResolver(
      v.object({
        name: v.pipe(v.string(), v.trim(), v.nonEmpty(needed), v.maxLength(200, tooLong)),
        name_ur: v.pipe(v.string(), v.trim(), v.maxLength(200, tooLong)),
      }),
    ),
    defaultValues: { name: group?.name ?? "", name_ur: group?.name_ur ?? "" },
  });
  const { errors } = form.formState;
  return (
    <FormDialog
      form={form}
      prefix="group"
      title={
        group
          ? i18n._({ id: "address.group.edit", message: "Change the group" })
          : i18n._({ id: "address.group.add", message: "Make a group" })
      }
      action={
        group
          ? i18n._({ id: "ui.save", message: "Save" })
          : i18n._({ id: "address.group.add.go", message: "Make the group" })
      }
      done={i18n._({ id: "address.group.kept", message: "The group is in the book." })}
      refresh={refresh}
      onClose={onClose}
      send={(values, key) => {
        const wanted = members.map(({ kind, id }) => ({ kind, id }));
        return group
          ? client.PATCH("/api/v1/address-groups/{id}", {
              params: { path: { id: group.id }, header: ifMatch(group.version) },
              body: { ...values, ...(chosen && { members: wanted }) },
            })
          : client.POST("/api/v1/address-groups", {
              params: { header: { "Idempotency-Key": key } },
              body: { ...values, members: wanted },
            });
      }}
    >
      <TextField
        id="group-name"
        dir="auto"
        label={<Trans id="address.group.name" message="Name of the group" />}
        error={errors.name?.message}
        {...form.register("name")}
      />
      <TextField
        id="group-name_ur"
        optional
        lang="ur"
        dir="rtl"
        label={<Trans id="address.group.nameUr" message="Name in Urdu" />}
        error={errors.name_ur?.message}
        {...form.register("name_ur")}
      />
      {before.error && <ErrorNotice error={before.error} onRetry={() => void before.refetch()} />}
      {before.isLoading && <SkeletonRows rows={3} />}
      {!before.isLoading && !before.error && <MembersField members={members} onChange={setChosen} />}
    </FormDialog>
  );
}
