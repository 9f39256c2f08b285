import { Trans, useLingui } from "@lingui/react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { api, client } from "@/api/client";
import type { SessionLine } from "@/api/schema";
import { signOut } from "@/api/sign-out";
import { Num, Time } from "@/i18n/format";
import { problemText } from "@/i18n/problems";
import { Button } from "@/ui/Button";
import { confirm } from "@/ui/confirm";
import { ErrorNotice } from "@/ui/errors";
import { Chip, SkeletonRows } from "@/ui/states";
import { toast } from "@/ui/toast";
import { deviceOf } from "./device";

/** Every open session of the reader; any of them can be ended, or all. */
export function Sessions() {
  const { i18n } = useLingui();
  const navigate = useNavigate();
  const sessions = api.useQuery("get", "/api/v1/sessions");
  const everywhere = useMutation({
    mutationFn: () => signOut(true),
    onSuccess: () => navigate({ to: "/sign-in" }),
    onError: (error) => toast(problemText(error), "failed"),
  });
  const ask = async () => {
    const yes = await confirm({
      title: i18n._({ id: "account.everywhere.ask", message: "Sign out everywhere?" }),
      body: i18n._({
        id: "account.everywhere.effect",
        message:
          "Every session ends, this one too. Use this when a device is lost or a password may be known.",
      }),
      action: i18n._({ id: "account.everywhere", message: "Sign out everywhere" }),
      danger: true,
    });
    if (yes) everywhere.mutate();
  };
  return (
    <>
      {sessions.isPending && <SkeletonRows rows={2} height="h-12" />}
      {sessions.error && <ErrorNotice error={sessions.error} onRetry={() => void sessions.refetch()} />}
      <ul className="divide-y divide-line">
        {sessions.data?.items.map((line) => (
          <SessionRow key={line.id} line={line} />
        ))}
      </ul>
      <Button tone="danger" className="self-start" pending={everywhere.isPending} onClick={() => void ask()}>
        <Trans id="account.everywhere" message="Sign out everywhere" />
      </Button>
    </>
  );
}

function SessionRow({ line }: { line: SessionLine }) {
  const { i18n } = useLingui();
  const queries = useQueryClient();
  const end = useMutation({
    mutationFn: () => client.DELETE("/api/v1/sessions/{id}", { params: { path: { id: line.id } } }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ["get", "/api/v1/sessions"] });
      toast(i18n._({ id: "account.session.ended", message: "The session has ended." }));
    },
    onError: (error) => toast(problemText(error), "failed"),
  });
  const { browser, system } = deviceOf(line.user_agent);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
      <div className="min-w-0 flex-1">
        <p>
          <Num>{[browser, system].filter(Boolean).join(" · ") || line.user_agent}</Num>{" "}
          {line.current && (
            <Chip tone="green">
              <Trans id="account.session.this" message="This one" />
            </Chip>
          )}
        </p>
        <p className="text-sm text-muted">
          <Num>{line.address}</Num>
          {" · "}
          <Trans
            id="account.session.seen"
            message="signed in {started}, last used {seen}"
            values={{ started: <Time at={line.started_at} />, seen: <Time at={line.last_seen_at} /> }}
          />
        </p>
      </div>
      {!line.current && (
        <Button pending={end.isPending} onClick={() => end.mutate()}>
          <Trans id="account.session.end" message="End" />
        </Button>
      )}
    </li>
  );
}
