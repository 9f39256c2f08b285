import { Trans, useLingui } from "@lingui/react";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { useMay } from "@/api/me";
import { Time } from "@/i18n/format";
import { problemText } from "@/i18n/problems";
import { AWAITING, type IssueSearch, issueFilters } from "@/office/dispatch/search";
import { stateLabel } from "@/office/dispatch/words";
import { download } from "@/office/download";
import { FORMS, formLabel } from "@/office/draftWords";
import { RegisterHeading } from "@/office/RegisterHeading";
import { RegistryNav } from "@/office/RegistryNav";
import { usePrint } from "@/office/usePrint";
import { Button } from "@/ui/Button";
import { ErrorNotice } from "@/ui/errors";
import { Select } from "@/ui/Field";
import { DownloadIcon, PrintIcon } from "@/ui/paperIcons";
import { EmptyState, PageHeader, SkeletonRows } from "@/ui/states";
import { toast } from "@/ui/toast";
import { useTitle } from "@/ui/useTitle";
import { Filters } from "./Filters";
import { IssueRow } from "./IssueRow";
import { useIssues } from "./queries";

const route = getRouteApi("/office/registry/issues");

/** The issue register: of the own unit, or of all that a registry serves. */
export function IssuesPage() {
  const { i18n } = useLingui();
  const search = issueFilters(route.useSearch());
  const navigate = route.useNavigate();
  const isRegistry = useMay("read_diary");
  const title = i18n._({ id: "issues.title", message: "Issue register" });
  useTitle(title);
  const list = useIssues(search);
  const items = list.data?.pages.flatMap((page) => page.items);
  const { print, isPreparing } = usePrint(list);
  return (
    <div className="register">
      <PageHeader
        title={title}
        action={<Outputs search={search} isPreparing={isPreparing} onPrint={print} />}
      />
      <PrintedIssues search={search} isWhole={!list.hasNextPage} />
      {isRegistry && <RegistryNav />}
      <IssueFilters search={search} onChange={(next) => void navigate({ search: next, replace: true })} />
      {list.error && <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />}
      {!items && !list.error && <SkeletonRows rows={6} height="h-20" />}
      {items?.length === 0 && (
        <EmptyState title={<Trans id="issues.none" message="No issue here" />}>
          <Trans id="issues.none.what" message="What is issued appears here with its number." />
        </EmptyState>
      )}
      {items && items.length > 0 && (
        <ul className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface">
          {items.map((line) => (
            <IssueRow key={line.id} line={line} />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <Button
          className="no-print mt-3"
          pending={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          <Trans id="paper.more" message="Show more" />
        </Button>
      )}
    </div>
  );
}

/** The heading of the register on paper. */
function PrintedIssues({ search, isWhole }: { search: IssueSearch; isWhole: boolean }) {
  const { i18n } = useLingui();
  const { from, until, state, form, text } = search;
  const days = (
    <>
      {from && (
        <>
          <Trans id="dispatch.from" message="Issued from" /> <Time at={from} only="date" />{" "}
        </>
      )}
      {until && (
        <>
          <Trans id="dispatch.until" message="Issued to" /> <Time at={until} only="date" />
        </>
      )}
      {!from && !until && <Trans id="issues.all_days" message="Issues of all days" />}
    </>
  );
  const filters = [text && `“${text}”`, state && stateLabel(i18n, state), form && formLabel(i18n, form)];
  return <RegisterHeading days={days} filters={filters} isWhole={isWhole} />;
}

interface OutputsProps {
  search: IssueSearch;
  isPreparing: boolean;
  onPrint: () => void;
}

/** The register on paper, and as a table. */
function Outputs({ search, isPreparing, onPrint }: OutputsProps) {
  const [pending, setPending] = useState(false);
  const save = () => {
    setPending(true);
    const query = new URLSearchParams(Object.entries(search));
    void download(`/api/v1/issues/register.csv?${query}`, "issue-register.csv")
      .catch((error) => toast(problemText(error), "failed"))
      .finally(() => setPending(false));
  };
  return (
    <>
      <Button icon={<DownloadIcon />} pending={pending} onClick={save}>
        <Trans id="registry.csv" message="Save as a table (CSV)" />
      </Button>
      <Button className="max-sm:hidden" icon={<PrintIcon />} pending={isPreparing} onClick={onPrint}>
        <Trans id="registry.print" message="Print" />
      </Button>
    </>
  );
}

interface IssueFiltersProps {
  search: IssueSearch;
  onChange: (search: IssueSearch) => void;
}

function IssueFilters({ search, onChange }: IssueFiltersProps) {
  const { i18n } = useLingui();
  const any = i18n._({ id: "registry.any", message: "Any" });
  const awaiting = {
    any: i18n._({ id: "issues.awaiting.any", message: "Awaited" }),
    overdue: i18n._({ id: "issues.awaiting.overdue", message: "Overdue" }),
  };
  return (
    <Filters
      search={search}
      onChange={onChange}
      textLabel={i18n._({ id: "issues.text", message: "Number, subject or words of the address" })}
    >
      {(set) => (
        <>
          <Select
            label={i18n._({ id: "issues.form", message: "Form" })}
            value={search.form ?? ""}
            onChange={(event) => set("form", event.target.value)}
          >
            <option value="">{any}</option>
            {FORMS.map((form) => (
              <option key={form} value={form}>
                {formLabel(i18n, form)}
              </option>
            ))}
          </Select>
          <Select
            label={i18n._({ id: "issues.awaiting", message: "Reply" })}
            value={search.awaiting_reply ?? ""}
            onChange={(event) => set("awaiting_reply", event.target.value)}
          >
            <option value="">{any}</option>
            {AWAITING.map((one) => (
              <option key={one} value={one}>
                {awaiting[one]}
              </option>
            ))}
          </Select>
        </>
      )}
    </Filters>
  );
}
