import { Trans, useLingui } from "@lingui/react";
import { Time } from "@/i18n/format";
import { modeLabel, receiptStateLabel } from "@/office/labels";
import { RegisterHeading } from "@/office/RegisterHeading";
import type { RegistrySearch } from "@/routes/registry";

/** The heading of the diary register on paper. */
export function PrintedRegister({ search, isWhole }: { search: RegistrySearch; isWhole: boolean }) {
  const { i18n } = useLingui();
  const { from, to, state, mode, query } = search;
  const days = (
    <>
      {from && (
        <>
          <Trans id="registry.from" message="Received from" /> <Time at={from} only="date" />{" "}
        </>
      )}
      {to && (
        <>
          <Trans id="registry.to" message="Received to" /> <Time at={to} only="date" />
        </>
      )}
      {!from && !to && <Trans id="registry.all_days" message="Papers of all days" />}
    </>
  );
  const filters = [
    query && `“${query}”`,
    state && receiptStateLabel(i18n, state),
    mode && modeLabel(i18n, mode),
  ];
  return <RegisterHeading days={days} filters={filters} isWhole={isWhole} />;
}
