import { Trans } from "@lingui/react";
import type { ReactNode } from "react";
import { useActingCharge } from "@/api/me";
import { nameOf, Time } from "@/i18n/format";
import "./register.css";

interface RegisterHeadingProps {
  /** Which days it is of. */
  days: ReactNode;
  /** What else was chosen, in words. */
  filters: (string | false | undefined)[];
  isWhole: boolean;
}

/** What a register on paper says about itself: whose it is, of which days, and what was left out. */
export function RegisterHeading({ days, filters, isWhole }: RegisterHeadingProps) {
  const charge = useActingCharge();
  const chosen = filters.filter(Boolean);
  return (
    <div className="mb-2 hidden print:block">
      {charge && (
        <p className="font-semibold lang-ur:font-normal">
          <bdi>{nameOf(charge.post.unit)}</bdi>
        </p>
      )}
      <p>
        {days}
        {chosen.length > 0 && <> · {chosen.join(" · ")}</>}
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
