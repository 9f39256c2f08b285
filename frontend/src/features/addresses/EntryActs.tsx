import { Trans, useLingui } from "@lingui/react";
import { useMutation } from "@tanstack/react-query";
import { client } from "@/api/client";
import { ifMatch } from "@/api/headers";
import { isProblem } from "@/api/problem";
import { problemText } from "@/i18n/problems";
import { Button } from "@/ui/Button";
import { toast } from "@/ui/toast";
import { useRefreshAddresses } from "./queries";

interface EntryActsProps {
  of: "contacts" | "address-groups";
  entry: { id: string; version: number; deactivated_at: string | null };
  name: string;
  onEdit: () => void;
}

/** What the unit that keeps an entry may do with it. Nothing is asked before: it can be undone with the next press. */
export function EntryActs({ of, entry, name, onEdit }: EntryActsProps) {
  const { i18n } = useLingui();
  const refresh = useRefreshAddresses();
  const isGone = entry.deactivated_at !== null;
  const act = useMutation({
    mutationFn: () => {
      const options = { params: { path: { id: entry.id }, header: ifMatch(entry.version) }, body: {} };
      const what = isGone ? ("reactivation" as const) : ("deactivation" as const);
      return of === "contacts"
        ? client.POST(`/api/v1/contacts/{id}/${what}`, options)
        : client.POST(`/api/v1/address-groups/{id}/${what}`, options);
    },
    onSuccess: async () => {
      await refresh();
      toast(
        isGone
          ? i18n._({ id: "address.reactivated", message: "It is in use again." })
          : i18n._({ id: "address.deactivated", message: "It is out of use, and no longer offered." }),
      );
    },
    onError: async (error) => {
      if (isProblem(error, "stale")) await refresh();
      toast(problemText(error), "failed");
    },
  });
  const named = (label: string) => `${label}: ${name}`;
  return (
    <span className="flex flex-wrap gap-1">
      {!isGone && (
        <Button
          tone="quiet"
          aria-label={named(i18n._({ id: "address.change", message: "Change" }))}
          onClick={onEdit}
        >
          <Trans id="address.change" message="Change" />
        </Button>
      )}
      <Button
        tone="quiet"
        pending={act.isPending}
        aria-label={named(
          isGone
            ? i18n._({ id: "address.reactivate", message: "Use again" })
            : i18n._({ id: "address.deactivate", message: "Take out of use" }),
        )}
        onClick={() => act.mutate()}
      >
        {isGone ? (
          <Trans id="address.reactivate" message="Use again" />
        ) : (
          <Trans id="address.deactivate" message="Take out of use" />
        )}
      </Button>
    </span>
  );
}
