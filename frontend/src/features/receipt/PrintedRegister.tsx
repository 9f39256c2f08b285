import { Trans, useLingui } from "@lingui/react";
import { useActingCharge } from "@/api/me";
import { nameOf, Time } from "@/i18n/format";
import { modeLabel, receiptStateLabel } from "@/office/labels";
import type { RegistrySearch } from "@/routes/registry";
import "./register.css";

/** What a register on paper says about itself: whose it is, of which days, and what was left out. */
export function PrintedRegister({ search, isWhole }: { search: RegistrySearch; isWhole: boolean }) {
  const { i18n } = useLingui();
  const charge = useActingCharge();
  const { from, to, state, mode, query } = search;
  const filters = [
    query && `“${query}”`,
    state && receiptStateLabel(i18n, state),
    mode && modeLabel(i18n, mode),
  ].filter(Boolean);
  return (
    <div className="mb-2 hidden print:block">
      {charge && (
        <p className="font-semibold lang-ur:font-normal">
          <bdi>{nameOf(charge.post.unit)}</bdi>
        </p>
      )}
      <p>
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
        {filters.length > 0 && <> · {filters.join(" · ")}</>}
      </p>
      <p className="text-sm">
        <Trans
          id="registry.printed_on"
          message="Printed on {day}"
          values={{ day: <Time at={new Date().toISOString()} /> }}
        />
        {!isWhole && (
          <>
            {" · "}
            <Trans id="registry.not_whole" message="The older papers are not printed here." />
          </>
        )}
      </p>
    </div>
  );
}
