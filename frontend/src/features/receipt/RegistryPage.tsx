import { Trans, useLingui } from "@lingui/react";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { useMay } from "@/api/me";
import { problemText } from "@/i18n/problems";
import { RegistryNav } from "@/office/RegistryNav";
import { usePrint } from "@/office/usePrint";
import type { RegistrySearch } from "@/routes/registry";
import { Button, ButtonLink } from "@/ui/Button";
import { ErrorNotice } from "@/ui/errors";
import { DownloadIcon, PlusIcon, PrintIcon } from "@/ui/paperIcons";
import { EmptyState, PageHeader, SkeletonRows } from "@/ui/states";
import { toast } from "@/ui/toast";
import { useTitle } from "@/ui/useTitle";
import { PrintedRegister } from "./PrintedRegister";
import { RegisterFilters } from "./RegisterFilters";
import { RegisterTable } from "./RegisterTable";
import { downloadRegister, filtersOf, useRegister } from "./register";

const route = getRouteApi("/office/registry");

/** The diary register: every paper that came in, and where it is now. */
export function RegistryPage() {
  const { i18n } = useLingui();
  const search = filtersOf(route.useSearch());
  const navigate = route.useNavigate();
  const mayDiarise = useMay("diarise_receipt");
  const title = i18n._({ id: "registry.title", message: "Diary register" });
  useTitle(title);
  const register = useRegister(search);
  const lines = register.data?.pages.flatMap((page) => page.items);
  const isFiltered = Object.keys(search).length > 0;
  const { print, isPreparing } = usePrint(register);
  return (
    <div className="register">
      <PageHeader
        title={title}
        action={
          <>
            {mayDiarise && (
              <ButtonLink tone="primary" to="/registry/new">
                <PlusIcon />
                <Trans id="registry.diarise" message="Diarise a paper" />
              </ButtonLink>
            )}
            <Download search={search} />
            <Button className="max-sm:hidden" icon={<PrintIcon />} pending={isPreparing} onClick={print}>
              <Trans id="registry.print" message="Print" />
            </Button>
          </>
        }
      />
      <RegistryNav />
      <PrintedRegister search={search} isWhole={!register.hasNextPage} />
      <RegisterFilters search={search} onChange={(next) => void navigate({ search: next, replace: true })} />
      {register.error && <ErrorNotice error={register.error} onRetry={() => void register.refetch()} />}
      {!lines && !register.error && <SkeletonRows rows={10} height="h-14" />}
      {lines && lines.length > 0 && <RegisterTable lines={lines} />}
      {lines?.length === 0 && <Empty isFiltered={isFiltered} mayDiarise={mayDiarise} />}
      {register.hasNextPage && (
        <Button
          className="no-print mt-3"
          pending={register.isFetchingNextPage}
          onClick={() => void register.fetchNextPage()}
        >
          <Trans id="paper.more" message="Show more" />
        </Button>
      )}
    </div>
  );
}

function Download({ search }: { search: RegistrySearch }) {
  const { i18n } = useLingui();
  const [pending, setPending] = useState(false);
  const download = async () => {
    setPending(true);
    try {
      await downloadRegister(search);
    } catch (error) {
      toast(problemText(error), "failed");
    } finally {
      setPending(false);
    }
  };
  return (
    <Button icon={<DownloadIcon />} pending={pending} onClick={() => void download()}>
      {i18n._({ id: "registry.csv", message: "Save as a table (CSV)" })}
    </Button>
  );
}

function Empty({ isFiltered, mayDiarise }: { isFiltered: boolean; mayDiarise: boolean }) {
  if (isFiltered) {
    return (
      <EmptyState title={<Trans id="registry.none.filtered" message="No paper matches" />}>
        <Trans id="registry.none.filtered.do" message="Widen the dates or clear a filter." />
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={<Trans id="registry.none" message="The register is empty" />}
      action={
        mayDiarise && (
          <ButtonLink tone="primary" to="/registry/new">
            <Trans id="registry.diarise" message="Diarise a paper" />
          </ButtonLink>
        )
      }
    >
      <Trans id="registry.none.what" message="Every paper that is diarised appears here with its number." />
    </EmptyState>
  );
}
