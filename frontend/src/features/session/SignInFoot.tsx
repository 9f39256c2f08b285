import { Trans } from "@lingui/react";
import { PublicLinks } from "@/office/PublicLinks";

/** For whoever cannot sign in: he has forgotten his password, or has no account and needs none. */
export default function SignInFoot() {
  return (
    <>
      <p className="text-sm text-muted">
        <Trans
          id="session.forgotten"
          message="Forgotten your password? The administrator of your department can issue a new set-up link."
        />
      </p>
      <div className="border-t border-line pt-3 text-sm">
        <PublicLinks />
      </div>
    </>
  );
}
