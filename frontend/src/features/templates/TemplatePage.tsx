import { Trans, useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { Template } from "@/api/schema";
import { nameOf } from "@/i18n/format";
import { formLabel } from "@/office/draftWords";
import { OrganisationNav } from "@/office/OrganisationNav";
import { ErrorNotice } from "@/ui/errors";
import { PageHeader, SkeletonRows } from "@/ui/states";
import { useTitle } from "@/ui/useTitle";
import { readVersion, useTemplate } from "./queries";
import { TemplateDesk } from "./TemplateDesk";
import { InForce } from "./TemplatesPage";

/** One template: its words, how they print, its versions. */
export function TemplatePage() {
  const { id } = useParams({ from: "/office/organisation/templates/$id" });
  const template = useTemplate(id);
  const title = useName(template.data);
  useTitle(title);
  return (
    <div className="mx-auto max-w-[90rem]">
      <PageHeader title={title} lead={template.data && <InForce template={template.data} />} />
      <OrganisationNav />
      {template.error && <ErrorNotice error={template.error} onRetry={() => void template.refetch()} />}
      {template.data ? <Opened key={id} template={template.data} /> : template.isLoading && <SkeletonRows />}
    </div>
  );
}

function useName(template: Template | undefined): string {
  const { i18n } = useLingui();
  const title = i18n._({ id: "template.title", message: "Templates" });
  if (!template) return title;
  const office = i18n._({ id: "template.office", message: "The whole office" });
  return `${formLabel(i18n, template.form)} · ${template.unit ? nameOf(template.unit) : office}`;
}

/** The latest version is opened once; what is typed since stays, whatever others save. */
function Opened({ template }: { template: Template }) {
  const latest = useQuery({
    queryKey: ["template-opened", template.id],
    queryFn: () => readVersion(template.id, template.latest),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  if (latest.error) return <ErrorNotice error={latest.error} onRetry={() => void latest.refetch()} />;
  if (!latest.data) return <SkeletonRows />;
  return (
    <>
      <p className="mb-3 max-w-prose text-muted">
        <Trans
          id="template.page.lead"
          message="Written in Typst. Before a version is in force it prints every sample; one that hides the number, the text or the signatory is refused."
        />
      </p>
      <TemplateDesk template={template} opened={latest.data} />
    </>
  );
}
