import { Trans, useLingui } from "@lingui/react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { CommunicationForm, Template } from "@/api/schema";
import { Num, nameOf } from "@/i18n/format";
import { FORMS, formLabel } from "@/office/draftWords";
import { OrganisationNav } from "@/office/OrganisationNav";
import { Button } from "@/ui/Button";
import { ErrorNotice } from "@/ui/errors";
import { PlusIcon } from "@/ui/paperIcons";
import { Chip, PageHeader, SkeletonRows } from "@/ui/states";
import { useTitle } from "@/ui/useTitle";
import { NewTemplateDialog } from "./NewTemplateDialog";
import { useTemplates } from "./queries";

/** Which template sets each form, and whose it is. */
export function TemplatesPage() {
  const { i18n } = useLingui();
  const templates = useTemplates();
  const [adding, setAdding] = useState(false);
  const title = i18n._({ id: "template.title", message: "Templates" });
  useTitle(title);
  const items = templates.data?.items;
  return (
    <div className="mx-auto max-w-[90rem]">
      <PageHeader
        title={title}
        lead={
          <Trans
            id="template.lead"
            message="Each form is set by a template: by that of the nearest unit, else by the office's, else by the one that comes with the program."
          />
        }
        action={
          <Button tone="primary" icon={<PlusIcon />} onClick={() => setAdding(true)}>
            <Trans id="template.add" message="Change a form" />
          </Button>
        }
      />
      <OrganisationNav />
      {templates.error && <ErrorNotice error={templates.error} onRetry={() => void templates.refetch()} />}
      {templates.isLoading && <SkeletonRows rows={11} />}
      {items && (
        <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
          {FORMS.map((form) => (
            <FormRow key={form} form={form} own={items.filter((template) => template.form === form)} />
          ))}
        </ul>
      )}
      {adding && <NewTemplateDialog onClose={() => setAdding(false)} />}
    </div>
  );
}

function FormRow({ form, own }: { form: CommunicationForm; own: Template[] }) {
  const { i18n } = useLingui();
  const office = own.some((template) => template.unit === null && template.in_force !== null);
  return (
    <li className="flex flex-col gap-1 px-4 py-2.5 sm:flex-row sm:gap-6">
      <span className="font-medium sm:w-64 lang-ur:font-normal">{formLabel(i18n, form)}</span>
      <ul className="flex flex-1 flex-col gap-1">
        {own.map((template) => (
          <li key={template.id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Link to="/organisation/templates/$id" params={{ id: template.id }}>
              {template.unit ? (
                nameOf(template.unit)
              ) : (
                <Trans id="template.office" message="The whole office" />
              )}
            </Link>
            <InForce template={template} />
          </li>
        ))}
        {!office && (
          <li className="text-muted">
            {own.length === 0 ? (
              <Trans id="template.builtIn" message="As it comes with the program" />
            ) : (
              <Trans id="template.builtIn.else" message="Everywhere else as it comes with the program" />
            )}
          </li>
        )}
      </ul>
    </li>
  );
}

export function InForce({ template }: { template: Template }) {
  return template.in_force === null ? (
    <Chip>
      <Trans id="template.notInForce" message="Not in force" />
    </Chip>
  ) : (
    <Chip tone="green">
      <Trans
        id="template.inForce"
        message="Version {number} in force"
        values={{ number: <Num>{template.in_force}</Num> }}
      />
    </Chip>
  );
}
