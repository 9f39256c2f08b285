import { Trans, useLingui } from "@lingui/react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { bodyOf, client } from "@/api/client";
import { queryClient } from "@/api/query-client";
import { session } from "@/api/session";
import { Num, nameOf, Time } from "@/i18n/format";
import { NewPasswordFields } from "@/office/NewPasswordFields";
import { checkNewPassword, hasErrors, type PasswordErrors, passwordErrorsOf } from "@/office/password";
import { Button, ButtonLink } from "@/ui/Button";
import { ErrorNotice } from "@/ui/errors";
import { Skeleton } from "@/ui/states";
import { useTitle } from "@/ui/useTitle";
import { settleLanguage } from "./language";
import { SessionFrame } from "./SessionFrame";

/** Where a one-time link leads: it proves who may choose the password of an account. */
export function SetUpPage() {
  const { i18n } = useLingui();
  const [token] = useState(() => window.location.hash.slice(1));
  const title = i18n._({ id: "session.setUp", message: "Set up your account" });
  useTitle(title);
  const check = useQuery({
    queryKey: ["set-up", token],
    queryFn: () => bodyOf(client.POST("/api/v1/set-up/check", { body: { token } })),
    staleTime: Number.POSITIVE_INFINITY,
  });

  return (
    <SessionFrame title={title}>
      {check.isPending && <Skeleton className="h-48" />}
      {check.error && (
        <div className="flex flex-col items-start gap-3">
          <ErrorNotice error={check.error} onRetry={() => void check.refetch()} />
          <ButtonLink to="/sign-in">
            <Trans id="session.signIn" message="Sign in" />
          </ButtonLink>
        </div>
      )}
      {check.data && (
        <>
          <dl className="mb-4 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
            <dt className="text-muted">
              <Trans id="session.name" message="Name" />
            </dt>
            <dd>{nameOf(check.data.person)}</dd>
            <dt className="text-muted">
              <Trans id="session.userName" message="User name" />
            </dt>
            <dd>
              <Num>{check.data.user_name}</Num>
            </dd>
            <dt className="text-muted">
              <Trans id="session.linkUntil" message="Link works until" />
            </dt>
            <dd>
              <Time at={check.data.expires_at} />
            </dd>
          </dl>
          <SetUpForm token={token} />
        </>
      )}
    </SessionFrame>
  );
}

function SetUpForm({ token }: { token: string }) {
  const navigate = useNavigate();
  const [errors, setErrors] = useState<PasswordErrors>({});
  const accept = useMutation({
    mutationFn: async (newPassword: string) => {
      const body = { token, new_password: newPassword };
      const grant = await bodyOf(client.POST("/api/v1/set-up", { body }));
      queryClient.clear();
      session.accept(grant);
      if (grant.token_kind === "session") await settleLanguage();
    },
    onSuccess: () => navigate({ to: "/", replace: true }),
    onError: (error) => setErrors(passwordErrorsOf(error)),
  });

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const password = String(form.get("new_password"));
    const found = checkNewPassword(password, String(form.get("repeated")));
    setErrors(found);
    if (!hasErrors(found)) accept.mutate(password);
  };

  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      {accept.error && !hasErrors(errors) && <ErrorNotice error={accept.error} />}
      <NewPasswordFields prefix="set-up" errors={errors} />
      <Button type="submit" tone="primary" pending={accept.isPending}>
        <Trans id="session.setUp.go" message="Set the password and sign in" />
      </Button>
    </form>
  );
}
