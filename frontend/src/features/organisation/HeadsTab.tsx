import { valibotResolver } from "@hookform/resolvers/valibot";
import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import { useForm } from "react-hook-form";
import * as v from "valibot";
import { client } from "@/api/client";
import { ifMatch } from "@/api/headers";
import { useMay } from "@/api/me";
import type { Head, Unit } from "@/api/schema";
import { Num, titleOf } from "@/i18n/format";
import { Button } from "@/ui/Button";
import { confirm } from "@/ui/confirm";
import { ErrorNotice } from "@/ui/errors";
import { Select, TextField } from "@/ui/Field";
import { PlusIcon } from "@/ui/paperIcons";
import { Chip, EmptyState, SkeletonRows } from "@/ui/states";
import { FormDialog } from "./FormDialog";
import { NameFields } from "./NameFields";
import { useHeads } from "./queries";
import { code, words } from "./rules";
import { useChange } from "./useChange";

/** Heads under which a section opens its files, each followed by its sub-heads. */
export function HeadsTab({ unit }: { unit: Unit }) {
  const manages = useMay("manage_heads") && !unit.closed_at;
  const heads = useHeads(unit.id);
  const [adding, setAdding] = useState(false);
  const items = heads.data?.items ?? [];
  const tops = items.filter((head) => !head.parent_id);
  return (
    <>
      {heads.isPending && <SkeletonRows rows={4} />}
      {heads.error && <ErrorNotice error={heads.error} onRetry={() => void heads.refetch()} />}
      {heads.data && items.length === 0 && (
        <EmptyState title={<Trans id="organisation.heads.none" message="No heads yet" />}>
          <Trans
            id="organisation.heads.none.do"
            message="A section opens every file under a head. Add the subjects that this section deals with."
          />
        </EmptyState>
      )}
      <ul className="divide-y divide-line">
        {tops.flatMap((head) => [
          <HeadRow key={head.id} head={head} manages={manages} />,
          ...items
            .filter((sub) => sub.parent_id === head.id)
            .map((sub) => <HeadRow key={sub.id} head={sub} manages={manages} />),
        ])}
      </ul>
      {manages && (
        <Button tone="primary" icon={<PlusIcon />} className="mt-3" onClick={() => setAdding(true)}>
          <Trans id="organisation.head.add" message="Add a head" />
        </Button>
      )}
      {adding && <NewHeadDialog unit={unit} heads={tops} onClose={() => setAdding(false)} />}
    </>
  );
}

function HeadRow({ head, manages }: { head: Head; manages: boolean }) {
  const { i18n } = useLingui();
  const [editing, setEditing] = useState(false);
  const close = useChange(
    () =>
      client.POST("/api/v1/heads/{id}/closure", {
        params: { path: { id: head.id }, header: ifMatch(head.version) },
        body: {},
      }),
    i18n._({ id: "organisation.head.closedNow", message: "The head has been closed." }),
  );
  const askToClose = async () => {
    const yes = await confirm({
      title: i18n._({
        id: "organisation.head.close.ask",
        message: "Close the head {title}?",
        values: { title: titleOf(head) },
      }),
      body: i18n._({
        id: "organisation.head.close.effect",
        message: "No new file can be opened under it. Files that are there stay as they are.",
      }),
      action: i18n._({ id: "organisation.head.close", message: "Close the head" }),
      danger: true,
    });
    if (yes) close.mutate(undefined);
  };
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1.5">
      <span className={head.parent_id ? "w-20 shrink-0 ps-6 text-muted" : "w-20 shrink-0 max-sm:w-12"}>
        <Num>{head.code}</Num>
      </span>
      <bdi className="min-w-0 flex-1 max-sm:basis-2/3">{titleOf(head)}</bdi>
      {head.closed_at ? (
        <Chip>
          <Trans id="organisation.closed" message="Closed" />
        </Chip>
      ) : (
        manages && (
          <span className="flex gap-1 max-sm:ms-11">
            <Button tone="quiet" onClick={() => setEditing(true)}>
              <Trans id="organisation.rename" message="Rename" />
            </Button>
            <Button tone="quiet" pending={close.isPending} onClick={() => void askToClose()}>
              <Trans id="organisation.close" message="Close" />
            </Button>
          </span>
        )
      )}
      {editing && <EditHeadDialog head={head} onClose={() => setEditing(false)} />}
    </li>
  );
}

function NewHeadDialog({ unit, heads, onClose }: { unit: Unit; heads: Head[]; onClose: () => void }) {
  const { i18n } = useLingui();
  const schema = v.object({ parent_id: v.string(), code: code(), title_en: words(), title_ur: words() });
  const form = useForm({
    resolver: valibotResolver(schema),
    defaultValues: { parent_id: "", code: "", title_en: "", title_ur: "" },
  });
  return (
    <FormDialog
      form={form}
      prefix="head"
      title={i18n._({ id: "organisation.head.add", message: "Add a head" })}
      action={i18n._({ id: "organisation.head.add.go", message: "Add the head" })}
      done={i18n._({ id: "organisation.head.added", message: "The head has been added." })}
      onClose={onClose}
      send={({ parent_id, ...values }, key) =>
        client.POST("/api/v1/units/{id}/heads", {
          params: { path: { id: unit.id }, header: { "Idempotency-Key": key } },
          body: { ...values, ...(parent_id && { parent_id }) },
        })
      }
    >
      <Select
        id="head-parent_id"
        label={<Trans id="organisation.head.parent" message="Place" />}
        {...form.register("parent_id")}
      >
        <option value="">{i18n._({ id: "organisation.head.top", message: "A head of its own" })}</option>
        {heads
          .filter((head) => !head.closed_at)
          .map((head) => (
            <option key={head.id} value={head.id}>
              {i18n._({
                id: "organisation.head.under",
                message: "Sub-head of {title}",
                values: { title: `${head.code} ${titleOf(head)}` },
              })}
            </option>
          ))}
      </Select>
      <TextField
        id="head-code"
        dir="ltr"
        label={<Trans id="organisation.code" message="Code" />}
        error={form.formState.errors.code?.message}
        {...form.register("code")}
      />
      <NameFields prefix="head" form={form} titles />
    </FormDialog>
  );
}

function EditHeadDialog({ head, onClose }: { head: Head; onClose: () => void }) {
  const { i18n } = useLingui();
  const current = { title_en: head.title_en, title_ur: head.title_ur };
  const form = useForm({
    resolver: valibotResolver(v.object({ title_en: words(), title_ur: words() })),
    defaultValues: current,
  });
  return (
    <FormDialog
      form={form}
      prefix="head"
      title={i18n._({ id: "organisation.head.edit", message: "Rename the head" })}
      action={i18n._({ id: "ui.save", message: "Save" })}
      done={i18n._({ id: "organisation.head.edited", message: "The head has been renamed." })}
      current={current}
      onClose={onClose}
      send={(body) =>
        client.PATCH("/api/v1/heads/{id}", {
          params: { path: { id: head.id }, header: ifMatch(head.version) },
          body,
        })
      }
    >
      <NameFields prefix="head" form={form} titles />
    </FormDialog>
  );
}
