import { Trans, useLingui } from "@lingui/react";
import { useMutation } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { bodyOf, client } from "@/api/client";
import { queryClient } from "@/api/query-client";
import { type SessionGrant, session } from "@/api/session";
import { withAllTexts } from "@/i18n/i18n";
import { Button } from "@/ui/Button";
import { ErrorNotice } from "@/ui/errors";
import { TextField } from "@/ui/Field";
import { lazily } from "@/ui/lazily";
import { passkeysHere } from "@/ui/passkeysHere";
import { useTitle } from "@/ui/useTitle";
import { settleLanguage } from "./language";
import { SessionFrame } from "./SessionFrame";

interface Credentials {
  user_name: string;
  password: string;
}

const PasskeySignIn = lazily(() => withAllTexts(import("@/office/PasskeySignIn")).then((it) => it.default), {
  waiting: <div className="h-9 lang-ur:h-12" />,
});

const SignInFoot = lazily(() => withAllTexts(import("./SignInFoot")).then((it) => it.default), {
  waiting: <div className="h-24 lang-ur:h-32" />,
});

export function SignInPage() {
  const { i18n } = useLingui();
  const title = i18n._({ id: "session.signIn", message: "Sign in" });
  const [missing, setMissing] = useState<(keyof Credentials)[]>([]);
  const { enter, signIn } = useSignIn();
  useTitle(title);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const given = { user_name: String(form.get("user_name")).trim(), password: String(form.get("password")) };
    const empty = (["user_name", "password"] as const).filter((name) => given[name] === "");
    setMissing(empty);
    if (empty[0]) document.getElementById(`sign-in-${empty[0]}`)?.focus();
    else signIn.mutate(given);
  };

  const needed = (name: keyof Credentials) =>
    missing.includes(name) ? i18n._({ id: "session.needed", message: "Please fill this in." }) : undefined;

  return (
    <SessionFrame title={title}>
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        {signIn.error && <ErrorNotice error={signIn.error} />}
        <TextField
          id="sign-in-user_name"
          name="user_name"
          dir="ltr"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          label={<Trans id="session.userName" message="User name" />}
          error={needed("user_name")}
        />
        <TextField
          id="sign-in-password"
          name="password"
          dir="ltr"
          type="password"
          autoComplete="current-password"
          label={<Trans id="session.password" message="Password" />}
          error={needed("password")}
        />
        <Button type="submit" tone="primary" pending={signIn.isPending}>
          {title}
        </Button>
        {passkeysHere() && <PasskeySignIn onGrant={enter} />}
        <SignInFoot />
      </form>
    </SessionFrame>
  );
}

function useSignIn() {
  const navigate = useNavigate();
  const { next } = useSearch({ from: "/sign-in" });
  const enter = async (grant: SessionGrant) => {
    queryClient.clear();
    session.accept(grant);
    if (grant.token_kind === "session") await settleLanguage();
    // Where something must be done first, the office's door leads there.
    await navigate({ href: next ?? "/" });
  };
  const signIn = useMutation({
    mutationFn: async (given: Credentials) =>
      enter(await bodyOf(client.POST("/api/v1/session", { body: given }))),
  });
  return { enter, signIn };
}
