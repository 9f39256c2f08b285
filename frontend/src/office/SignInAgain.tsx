import { i18n } from "@lingui/core";
import { Trans, useLingui } from "@lingui/react";
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, type ReactNode, useState } from "react";
import { bodyOf, client } from "@/api/client";
import { useMe } from "@/api/me";
import { ProblemError } from "@/api/problem";
import { queryClient } from "@/api/query-client";
import { type SessionGrant, session } from "@/api/session";
import { dropSession } from "@/api/sign-out";
import { useStore } from "@/api/store";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { ErrorNotice } from "@/ui/errors";
import { TextField } from "@/ui/Field";
import { passkeysHere } from "@/ui/passkeysHere";
import { DONE } from "@/ui/unsaved";
import { Enrolment } from "./Enrolment";
import PasskeySignIn from "./PasskeySignIn";
import { SecondFactorStep } from "./SecondFactorStep";

/** The session has ended under an open page: the same officer signs in over it, and loses nothing of what is there. */
export default function SignInAgain() {
  const { i18n } = useLingui();
  const navigate = useNavigate();
  const { person } = useMe();
  const state = useStore(session.state);
  const enter = async (grant: SessionGrant) => {
    // Under another name nothing of this page goes on.
    if (grant.person.id !== person.id) throw somebodyElse();
    session.accept(grant);
    if (grant.token_kind === "password_change") await navigate({ to: "/change-password", ...DONE });
    else if (grant.token_kind === "session") void queryClient.invalidateQueries();
  };
  const leave = async () => {
    await navigate({ to: "/sign-in", ...DONE });
    dropSession();
  };
  const signOut = (
    <Button onClick={() => void leave()}>
      <Trans id="session.signOut" message="Sign out" />
    </Button>
  );
  return (
    <Dialog open alert title={i18n._({ id: "ended.title", message: "Your session has ended" })}>
      <p>
        <Trans
          id="ended.do"
          message="Sign in again to go on. What you wrote on this page is still here; signing out throws it away."
        />
      </p>
      {state === "enrolment" && <Enrolment onDone={enter}>{signOut}</Enrolment>}
      {state === "second_factor" && (
        <>
          <SecondFactorStep onGrant={enter} />
          <div className="border-t border-line pt-3">{signOut}</div>
        </>
      )}
      {state === "ended" && (
        <>
          <PasswordForm userName={person.user_name} enter={enter}>
            {signOut}
          </PasswordForm>
          {passkeysHere() && <PasskeySignIn onGrant={enter} />}
        </>
      )}
    </Dialog>
  );
}

interface PasswordFormProps {
  userName: string;
  enter: (grant: SessionGrant) => Promise<void>;
  children: ReactNode;
}

function PasswordForm({ userName, enter, children }: PasswordFormProps) {
  const { i18n } = useLingui();
  const [isEmpty, setEmpty] = useState(false);
  const signIn = useMutation({
    mutationFn: async (password: string) => {
      const body = { user_name: userName, password };
      await enter(await bodyOf(client.POST("/api/v1/session", { body })));
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    // It stands over other forms: none of them is sent with it.
    event.stopPropagation();
    const password = String(new FormData(event.currentTarget).get("password"));
    setEmpty(password === "");
    if (password !== "") signIn.mutate(password);
  };
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      {signIn.error && <ErrorNotice error={signIn.error} />}
      <TextField
        dir="ltr"
        readOnly
        autoComplete="username"
        value={userName}
        label={<Trans id="session.userName" message="User name" />}
      />
      <TextField
        name="password"
        dir="ltr"
        type="password"
        autoComplete="current-password"
        autoFocus
        label={<Trans id="session.password" message="Password" />}
        error={isEmpty ? i18n._({ id: "session.needed", message: "Please fill this in." }) : undefined}
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" tone="primary" pending={signIn.isPending}>
          <Trans id="session.signIn" message="Sign in" />
        </Button>
        {children}
      </div>
    </form>
  );
}

function somebodyElse(): ProblemError {
  return new ProblemError({
    type: "about:blank",
    status: 0,
    code: "somebody-else",
    title: i18n._({ id: "ended.somebodyElse", message: "This passkey belongs to somebody else" }),
    detail: i18n._({
      id: "ended.somebodyElse.do",
      message: "Use a passkey of your own, or sign out first.",
    }),
  });
}
