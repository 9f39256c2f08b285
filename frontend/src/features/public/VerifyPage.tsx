import { Trans, useLingui } from "@lingui/react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { bodyOf, client } from "@/api/client";
import { ButtonLink } from "@/ui/Button";
import { Skeleton } from "@/ui/states";
import { IssueFound } from "./IssueFound";
import { Mistyped, NotAnswered } from "./NotFound";
import { NumberAndCode, type Printed } from "./NumberAndCode";
import { PublicFrame } from "./PublicFrame";

const route = getRouteApi("/verify/{-$token}");

/** Whether a document is the office's, for whoever holds it. */
export function VerifyPage() {
  const { i18n } = useLingui();
  const { token } = route.useParams();
  return (
    <PublicFrame
      title={i18n._({ id: "public.verify.title", message: "Verify a document" })}
      lead={
        <Trans
          id="public.verify.lead"
          message="Find out whether a document was issued by this office, whether it still holds, and whether your copy is unchanged."
        />
      }
    >
      {token ? <OfToken key={token} token={token} /> : <Typed />}
    </PublicFrame>
  );
}

function OfToken({ token }: { token: string }) {
  const asked = useQuery({
    queryKey: ["public", "issue", token],
    queryFn: () => bodyOf(client.GET("/api/v1/public/issues/{token}", { params: { path: { token } } })),
    retry: false,
    refetchOnWindowFocus: false,
  });
  if (asked.data) return <IssueFound issue={asked.data} />;
  if (!asked.error) return <Skeleton className="h-64" />;
  return (
    <>
      <Unknown error={asked.error} />
      <ButtonLink to="/verify/{-$token}" params={{ token: undefined }} className="self-start">
        <Trans id="public.verify.type" message="Type number and code instead" />
      </ButtonLink>
    </>
  );
}

function Typed() {
  const { i18n } = useLingui();
  const asking = useMutation({
    mutationFn: (printed: Printed) => bodyOf(client.POST("/api/v1/public/issue-searches", { body: printed })),
  });
  return (
    <>
      <NumberAndCode
        numberHint={
          <Trans id="public.verify.number" message="At the head of the document, as F.8-2/2026-BUD/14" />
        }
        codeHint={
          <Trans
            id="public.verify.code"
            message="At its foot, beside the square: ten letters, as 7K2M9-QX4TB"
          />
        }
        action={i18n._({ id: "public.verify.do", message: "Verify" })}
        isPending={asking.isPending}
        onAsk={(printed) => asking.mutate(printed)}
      />
      {!asking.isPending && asking.data && <IssueFound key={asking.submittedAt} issue={asking.data} />}
      {!asking.isPending && asking.error && <Unknown key={asking.submittedAt} error={asking.error} />}
    </>
  );
}

function Unknown({ error }: { error: unknown }) {
  const { i18n } = useLingui();
  return (
    <NotAnswered
      error={error}
      title={i18n._({ id: "public.verify.unknown", message: "The office finds no such document" })}
    >
      <Mistyped />
      <li>
        <Trans
          id="public.verify.unknown.other"
          message="The document is not from this office, or somebody has altered its number or code."
        />
      </li>
      <li>
        <Trans
          id="public.verify.unknown.do"
          message="Do not rely on it. Ask the office that it names, by a telephone number or address that you know from elsewhere and not from the document."
        />
      </li>
    </NotAnswered>
  );
}
