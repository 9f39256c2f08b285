import { Trans } from "@lingui/react";
import { useMutation } from "@tanstack/react-query";
import { bodyOf, client } from "@/api/client";
import type { Session } from "@/api/schema";
import { Button } from "@/ui/Button";
import { ErrorNotice } from "@/ui/errors";
import { KeyIcon } from "@/ui/factorIcons";
import { askPasskey } from "./passkeys";

/** Signs in without a password: an approved passkey, unlocked by its owner, is two factors at once. */
export default function PasskeySignIn({ onGrant }: { onGrant: (grant: Session) => Promise<void> }) {
  const signIn = useMutation({
    mutationFn: async () => {
      const challenge = await bodyOf(client.POST("/api/v1/session/passkey/options"));
      const body = { assertion: await askPasskey(challenge) };
      await onGrant(await bodyOf(client.POST("/api/v1/session/passkey", { body })));
    },
  });
  return (
    <div className="flex flex-col gap-3">
      <Button icon={<KeyIcon />} pending={signIn.isPending} onClick={() => signIn.mutate()}>
        <Trans id="passkey.signIn" message="Sign in with a passkey" />
      </Button>
      {signIn.error && <ErrorNotice error={signIn.error} />}
    </div>
  );
}
