import { Trans, useLingui } from "@lingui/react";
import { Link } from "@tanstack/react-router";

const LINK = "text-accent underline";

/** The pages for whoever has no account. */
export function PublicLinks({ withSignIn = false }: { withSignIn?: boolean }) {
  const { i18n } = useLingui();
  return (
    <nav
      aria-label={i18n._({ id: "public.links", message: "For everybody" })}
      className="flex flex-wrap gap-x-5 gap-y-1"
    >
      <Link to="/verify/{-$token}" params={{ token: undefined }} className={LINK}>
        <Trans id="public.verify.link" message="Verify a document" />
      </Link>
      <Link to="/track" className={LINK}>
        <Trans id="public.track.link" message="Follow a paper you sent" />
      </Link>
      {withSignIn && (
        <Link to="/sign-in" className={LINK}>
          <Trans id="public.signIn" message="For officers: sign in" />
        </Link>
      )}
    </nav>
  );
}
