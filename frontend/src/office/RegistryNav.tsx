import { Trans, useLingui } from "@lingui/react";
import { Link } from "@tanstack/react-router";
import { api } from "@/api/client";
import { Num } from "@/i18n/format";

/** How many mails wait in the registry; the list of mail says it with every page. */
function useWaitingMail() {
  const { data } = api.useQuery("get", "/api/v1/mails", {
    params: { query: { state: "waiting", limit: 1 } },
  });
  return data?.waiting ?? 0;
}

/** The rooms of a registry. */
export function RegistryNav() {
  const { i18n } = useLingui();
  const waiting = useWaitingMail();
  const rooms = [
    { to: "/registry", label: i18n._({ id: "registry.title", message: "Diary register" }), count: 0 },
    { to: "/registry/mail", label: i18n._({ id: "mail.title", message: "E-mail" }), count: waiting },
    { to: "/registry/dispatch", label: i18n._({ id: "dispatch.title", message: "Dispatch" }), count: 0 },
    { to: "/registry/issues", label: i18n._({ id: "issues.title", message: "Issue register" }), count: 0 },
  ] as const;
  return (
    <nav
      aria-label={i18n._({ id: "shell.registry", message: "Registry" })}
      className="no-print mb-4 flex w-fit max-w-full gap-1 overflow-x-auto rounded-lg bg-sunken p-1"
    >
      {rooms.map((room) => (
        <Link
          key={room.to}
          to={room.to}
          activeOptions={{ exact: room.to === "/registry", includeSearch: false }}
          className="whitespace-nowrap rounded-md px-3 py-1 no-underline"
          activeProps={{ className: "bg-surface text-ink shadow-sm" }}
          inactiveProps={{ className: "text-muted hover:text-ink" }}
        >
          {room.label}
          {room.count > 0 && (
            <span className="ms-1.5 rounded-full bg-amber-soft px-1.5 text-xs leading-5 text-amber">
              <Num>{room.count}</Num>
              <span className="sr-only">
                {" "}
                <Trans id="mail.waiting" message="waiting" />
              </span>
            </span>
          )}
        </Link>
      ))}
    </nav>
  );
}
