import { Trans } from "@lingui/react";
import type { MeCharge } from "@/api/schema";
import { nameOf, Time } from "@/i18n/format";

/** On every page of a post at which I only assist: what I can do here, and for whom. */
export default function Assisting({ assists, until }: MeCharge) {
  if (!assists || !until) return null;
  return (
    <p
      role="note"
      className="ms-auto border-line bg-amber-soft px-3 py-1 text-sm text-amber max-sm:border-t sm:mx-4 sm:mb-1 sm:rounded-full lang-ur:pt-1.5 lang-ur:pb-0.5"
    >
      <Trans
        id="delegation.banner"
        message="You assist {officer} until {day}. You read and draft; the officer signs and sends."
        values={{ officer: <bdi>{nameOf(assists)}</bdi>, day: <Time at={until} only="date" /> }}
      />
    </p>
  );
}
