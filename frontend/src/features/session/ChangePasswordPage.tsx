import { Trans, useLingui } from "@lingui/react";
import { useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { session } from "@/api/session";
import { useStore } from "@/api/store";
import { ChangePasswordForm } from "@/office/ChangePasswordForm";
import { useTitle } from "@/ui/useTitle";
import { settleLanguage } from "./language";
import { SessionFrame } from "./SessionFrame";

/** The step between the first sign-in and the office: a password nobody else has known. */
export function ChangePasswordPage() {
  const { i18n } = useLingui();
  const navigate = useNavigate();
  const state = useStore(session.state);
  const title = i18n._({ id: "session.choosePassword", message: "Choose your own password" });
  useTitle(title);

  useEffect(() => {
    if (state === "unknown" || state === "none") void navigate({ to: "/sign-in" });
  }, [state, navigate]);

  return (
    <SessionFrame title={title}>
      <p className="mb-4 text-muted">
        <Trans
          id="session.choosePassword.why"
          message="The password you signed in with was given to you by somebody else. From here on only you will know it."
        />
      </p>
      <ChangePasswordForm
        onChanged={async () => {
          if (session.state.get() === "session") await settleLanguage();
          await navigate({ to: "/" });
        }}
      />
    </SessionFrame>
  );
}
