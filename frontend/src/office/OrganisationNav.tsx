import { Trans, useLingui } from "@lingui/react";
import { Link } from "@tanstack/react-router";
import { useMay } from "@/api/me";
import { Num } from "@/i18n/format";
import { useWaitingPasskeys } from "./waitingPasskeys";

/** The rooms of the administration. */
export function OrganisationNav() {
  const { i18n } = useLingui();
  const manages = useMay("manage_organisation");
  const waiting = useWaitingPasskeys(manages);
  const rooms = [
    {
      to: "/organisation",
      label: i18n._({ id: "organisation.structure", message: "Units and posts" }),
      shown: true,
    },
    {
      to: "/organisation/persons",
      label: i18n._({ id: "organisation.persons", message: "Persons" }),
      shown: manages,
    },
    {
      to: "/organisation/passkeys",
      label: i18n._({ id: "passkey.title", message: "Passkeys" }),
      shown: manages,
      count: waiting,
    },
    {
      to: "/organisation/templates",
      label: i18n._({ id: "template.title", message: "Templates" }),
      shown: manages,
    },
    {
      to: "/organisation/import",
      label: i18n._({ id: "organisation.import", message: "Import from CSV" }),
      shown: manages,
    },
  ] as const;
  return (
    <nav
      aria-label={i18n._({ id: "shell.organisation", message: "Organisation" })}
      className="no-print mb-4 flex w-fit max-w-full gap-1 overflow-x-auto rounded-lg bg-sunken p-1"
    >
      {rooms
        .filter((room) => room.shown)
        .map((room) => (
          <Link
            key={room.to}
            to={room.to}
            activeOptions={{ exact: room.to === "/organisation", includeSearch: false }}
            className="whitespace-nowrap rounded-md px-3 py-1 no-underline"
            activeProps={{ className: "bg-surface text-ink shadow-sm" }}
            inactiveProps={{ className: "text-muted hover:text-ink" }}
          >
            {room.label}
            {"count" in room && room.count && (
              <span className="ms-1.5 rounded-full bg-amber-soft px-1.5 text-xs leading-5 text-amber">
                <Num>{room.count}</Num>
                <span className="sr-only">
                  {" "}
                  <Trans id="passkey.admin.waiting" message="waiting" />
                </span>
              </span>
            )}
          </Link>
        ))}
    </nav>
  );
}
