import { Trans, useLingui } from "@lingui/react";
import { type ReactNode, useState } from "react";
import { api, bodyOf, client } from "@/api/client";
import type { SessionGrant } from "@/api/session";
import { ErrorNotice } from "@/ui/errors";
import { Skeleton } from "@/ui/states";
import { factorReasonText } from "./factorWords";
import { TotpSetUp } from "./TotpSetUp";

interface EnrolmentProps {
  /** The phone is confirmed and the codes on paper are kept: here is the session that begins. */
  onDone: (grant: SessionGrant) => void | Promise<void>;
  /** Stands below until the phone is confirmed. */
  children?: ReactNode;
}

/** Sets up a first second factor where the post needs one, and says why. */
export function Enrolment({ onDone, children }: EnrolmentProps) {
  const { i18n } = useLingui();
  const [grant, setGrant] = useState<SessionGrant | null>(null);
  const factors = api.useQuery(
    "get",
    "/api/v1/me/factors",
    {},
    // Once the phone is confirmed, the token that this was read with is good for nothing.
    { enabled: !grant, staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false },
  );
  const reason = factors.data?.required_because;
  if (factors.isPending) return <Skeleton className="h-40" />;
  return (
    <div className="flex flex-col gap-4">
      {factors.error && <ErrorNotice error={factors.error} onRetry={() => void factors.refetch()} />}
      {reason && !grant && (
        <p className="rounded-md border-s-4 border-accent bg-accent-soft px-3 py-2">
          {factorReasonText(i18n, reason)}
        </p>
      )}
      <TotpSetUp
        offer={() => bodyOf(client.POST("/api/v1/me/totp"))}
        action={i18n._({ id: "factor.enrol.in", message: "Go on to the office" })}
        onConfirmed={({ session }) => setGrant(session)}
        onDone={() => void (grant && onDone(grant))}
      />
      {!grant && (
        <>
          <p className="text-sm text-muted">
            <Trans
              id="factor.enrol.passkeys"
              message="You can add passkeys later under My account; an administrator approves them first."
            />
          </p>
          {children}
        </>
      )}
    </div>
  );
}
