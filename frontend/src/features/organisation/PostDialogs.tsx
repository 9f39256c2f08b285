import { valibotResolver } from "@hookform/resolvers/valibot";
import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import { type UseFormReturn, useForm } from "react-hook-form";
import * as v from "valibot";
import { client } from "@/api/client";
import { ifMatch } from "@/api/headers";
import type { Post, PostRef, Role, Unit } from "@/api/schema";
import { ROLES, roleHint, roleLabel } from "@/office/organisation";
import { PostPicker } from "@/office/PostPicker";
import { Checkbox } from "@/ui/Checkbox";
import { TextField } from "@/ui/Field";
import { FormDialog } from "./FormDialog";
import { NameFields } from "./NameFields";
import { code, grade, words } from "./rules";

interface PostValues {
  title_en: string;
  title_ur: string;
  grade: number;
  /** The id of the superior, or nothing. */
  reports_to: string;
  roles: Role[];
}

const values = () => ({
  title_en: words(),
  title_ur: words(),
  grade: grade(),
  reports_to: v.string(),
  roles: v.array(v.picklist(ROLES)),
});

export function NewPostDialog({ unit, onClose }: { unit: Unit; onClose: () => void }) {
  const { i18n } = useLingui();
  const form = useForm({
    resolver: valibotResolver(v.object({ code: code(), ...values() })),
    defaultValues: {
      code: "",
      title_en: "",
      title_ur: "",
      grade: 17,
      reports_to: "",
      roles: ["officer"] as Role[],
    },
  });
  return (
    <FormDialog
      form={form}
      prefix="post"
      title={i18n._({ id: "organisation.post.add", message: "Create a post" })}
      action={i18n._({ id: "organisation.post.add.go", message: "Create the post" })}
      done={i18n._({ id: "organisation.post.added", message: "The post has been created. It is vacant." })}
      onClose={onClose}
      send={({ reports_to, ...body }, key) =>
        client.POST("/api/v1/posts", {
          params: { header: { "Idempotency-Key": key } },
          body: { ...body, unit_id: unit.id, ...(reports_to && { reports_to }) },
        })
      }
    >
      <TextField
        id="post-code"
        dir="ltr"
        label={<Trans id="organisation.code" message="Code" />}
        hint={
          <Trans
            id="organisation.post.code.hint"
            message="Unique in the whole organisation, such as SO-BUDGET-1."
          />
        }
        error={form.formState.errors.code?.message}
        {...form.register("code")}
      />
      <PostFields form={form as unknown as UseFormReturn<PostValues>} superior={null} />
    </FormDialog>
  );
}

interface EditPostDialogProps {
  post: Post;
  superior: PostRef | null;
  onClose: () => void;
}

export function EditPostDialog({ post, superior, onClose }: EditPostDialogProps) {
  const { i18n } = useLingui();
  const { title_en, title_ur, grade, roles } = post;
  const current = { title_en, title_ur, grade, roles, reports_to: post.reports_to ?? "" };
  const form = useForm<PostValues>({
    resolver: valibotResolver(v.object(values())),
    defaultValues: current,
  });
  return (
    <FormDialog
      form={form}
      prefix="post"
      title={i18n._({ id: "organisation.post.edit", message: "Change the post" })}
      action={i18n._({ id: "ui.save", message: "Save" })}
      done={i18n._({ id: "organisation.post.edited", message: "The post has been changed." })}
      current={current}
      onClose={onClose}
      send={({ reports_to, ...body }) =>
        client.PATCH("/api/v1/posts/{id}", {
          params: { path: { id: post.id }, header: ifMatch(post.version) },
          body: { ...body, reports_to: reports_to || null },
        })
      }
    >
      <PostFields form={form} superior={superior} without={post.id} />
    </FormDialog>
  );
}

interface PostFieldsProps {
  form: UseFormReturn<PostValues>;
  /** The superior that the post has now. */
  superior: PostRef | null;
  without?: string;
}

function PostFields({ form, superior, without }: PostFieldsProps) {
  const { i18n } = useLingui();
  const { errors } = form.formState;
  const [chosen, setChosen] = useState<PostRef | null>(null);
  const reportsTo = form.watch("reports_to");
  return (
    <>
      <NameFields prefix="post" form={form} titles />
      <TextField
        id="post-grade"
        type="number"
        dir="ltr"
        min={1}
        max={22}
        label={<Trans id="organisation.grade" message="Grade (BPS)" />}
        error={errors.grade?.message}
        {...form.register("grade", { valueAsNumber: true })}
      />
      <PostPicker
        id="post-reports_to"
        label={<Trans id="organisation.reportsTo" message="Reports to" />}
        hint={<Trans id="organisation.reportsTo.hint" message="Files go up this way by the usual channel." />}
        value={[chosen, superior].find((post) => post?.id === reportsTo) ?? null}
        onChange={(post) => {
          setChosen(post);
          form.setValue("reports_to", post?.id ?? "", { shouldValidate: form.formState.isSubmitted });
        }}
        without={without ? [without] : []}
        error={errors.reports_to?.message}
      />
      <fieldset
        id="post-roles"
        tabIndex={-1}
        aria-describedby={errors.roles ? "post-roles-error" : undefined}
        className="flex flex-col gap-2"
      >
        <legend className="mb-1 text-sm font-medium lang-ur:font-normal">
          <Trans id="organisation.roles" message="What the holder may do" />
        </legend>
        {ROLES.map((role) => (
          <Checkbox
            key={role}
            value={role}
            label={roleLabel(i18n, role)}
            hint={roleHint(i18n, role)}
            {...form.register("roles")}
          />
        ))}
        {errors.roles && (
          <p id="post-roles-error" className="text-sm text-red">
            {errors.roles.message}
          </p>
        )}
      </fieldset>
    </>
  );
}
