import { Trans } from "@lingui/react";
import { api } from "@/api/client";
import { ErrorNotice } from "@/ui/errors";
import { SkeletonRows } from "@/ui/states";
import { Passkeys } from "./Passkeys";
import { Phone } from "./Phone";
import { Requirement } from "./Requirement";

/** What I can prove myself with, beside my password. */
export function Factors() {
  const factors = api.useQuery("get", "/api/v1/me/factors");
  return (
    <>
      <p className="text-muted">
        <Trans
          id="factor.about"
          message="A password can be seen, guessed or told. With a second factor it is not enough for anybody else to come in under your name."
        />
      </p>
      {factors.isPending && <SkeletonRows rows={3} height="h-12" />}
      {factors.error && <ErrorNotice error={factors.error} onRetry={() => void factors.refetch()} />}
      {factors.data && (
        <>
          <Requirement factors={factors.data} />
          <Phone factors={factors.data} />
          <Passkeys factors={factors.data} />
        </>
      )}
    </>
  );
}
