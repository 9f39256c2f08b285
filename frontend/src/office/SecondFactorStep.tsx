import { bodyOf, client } from "@/api/client";
import { type SessionGrant, session } from "@/api/session";
import { ProofForm } from "./ProofForm";

/** Finishes a sign-in with the ways that the password's answer named. */
export function SecondFactorStep({ onGrant }: { onGrant: (grant: SessionGrant) => void | Promise<void> }) {
  return (
    <ProofForm
      ways={session.grant?.factors ?? []}
      challenge={() => bodyOf(client.POST("/api/v1/session/second-factor/options"))}
      send={({ code, recovery_code, assertion }) => {
        const body = {
          ...(code && { code }),
          ...(recovery_code && { recovery_code }),
          ...(assertion && { assertion }),
        };
        return bodyOf(client.POST("/api/v1/session/second-factor", { body }));
      }}
      onProved={onGrant}
    />
  );
}
