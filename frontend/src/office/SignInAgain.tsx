import { Trans, useLingui } from "@lingui/react";
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { bodyOf, client } from "@/api/client";
import { useMe } from "@/api/me";
import { queryClient } from "@/api/query-client";
import { session } from "@/api/session";
import { dropSession } from "@/api/sign-out";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { ErrorNotice } from "@/ui/errors";
import { TextField } from "@/ui/Field";
import { DONE } from "@/ui/unsaved";

/** The session has ended under an open page: the same officer signs in over it, and loses nothing of what is there. */
export default function SignInAgain() {
  const { i18n } = useLingui();
  const navigate = useNavigate();
  const { person } = useMe();
  const [isEmpty, setEmpty] = useState(false);
  const signIn = useMutation({
    mutationFn: async (password: string) => {
      const body = { user_name: person.user_name, password };
      const grant = await bodyOf(client.POST("/api/v1/session", { body }));
      session.accept(grant);
      return grant.token_kind;
    },
    onSuccess: (kind) => {
      if (kind === "password_change") void navigate({ to: "/change-password", ...DONE });
      else void queryClient.invalidateQueries();
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
  const leave = async () => {
    await navigate({ to: "/sign-in", ...DONE });
    dropSession();
  };
  return (
    <Dialog open alert title={i18n._({ id: "ended.title", message: "Your session has ended" })}>
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        <p>
          <Trans
            id="ended.do"
            message="Sign in again to go on. What you wrote on this page is still here; signing out throws it away."
          />
        </p>
        {signIn.error && <ErrorNotice error={signIn.error} />}
        <TextField
          dir="ltr"
          readOnly
          autoComplete="username"
          value={person.user_name}
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
          <Button onClick={() => void leave()}>
            <Trans id="session.signOut" message="Sign out" />
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
