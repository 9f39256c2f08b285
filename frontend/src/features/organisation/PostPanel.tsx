import { Trans, useLingui } from "@lingui/react";
import { type ReactNode, useState } from "react";
import { api, client } from "@/api/client";
import { ifMatch } from "@/api/headers";
import { useMay } from "@/api/me";
import type { Post, PostRef } from "@/api/schema";
import { Num, nameOf, Time, titleOf } from "@/i18n/format";
import { FoldedTimeline } from "@/office/LazyTimeline";
import { chargeKindLabel } from "@/office/labels";
import { roleLabel } from "@/office/organisation";
import { Button } from "@/ui/Button";
import { confirm } from "@/ui/confirm";
import { Dialog } from "@/ui/Dialog";
import { ErrorNotice } from "@/ui/errors";
import { Chip, Skeleton, SkeletonRows } from "@/ui/states";
import { AppointDialog, TransferDialog } from "./ChargeDialogs";
import { EditPostDialog } from "./PostDialogs";
import { useCharges, usePost } from "./queries";
import { useChange } from "./useChange";

/** One post over the page: who holds it, who held it, and what can be done about that. */
export function PostPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const { i18n } = useLingui();
  const post = usePost(id);
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={post.data ? titleOf(post.data) : i18n._({ id: "organisation.post", message: "Post" })}
    >
      {post.isPending && <Skeleton className="h-64" />}
      {post.error && <ErrorNotice error={post.error} onRetry={() => void post.refetch()} />}
      {post.data && <PostContent post={post.data} />}
    </Dialog>
  );
}

function PostContent({ post }: { post: Post }) {
  const { i18n } = useLingui();
  const manages = useMay("manage_organisation");
  const superior = useSuperior(post.reports_to);
  return (
    <>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-5 gap-y-1">
        <Fact name={<Trans id="organisation.unit" message="Unit" />}>
          <bdi>{nameOf(post.unit)}</bdi>
        </Fact>
        <Fact name={<Trans id="organisation.code" message="Code" />}>
          <Num>{post.code}</Num>
        </Fact>
        <Fact name={<Trans id="organisation.grade" message="Grade (BPS)" />}>
          <Num>{post.grade}</Num>
        </Fact>
        <Fact name={<Trans id="organisation.reportsTo" message="Reports to" />}>
          {superior ? <bdi>{titleOf(superior)}</bdi> : "—"}
        </Fact>
        <Fact name={<Trans id="organisation.roles" message="What the holder may do" />}>
          {post.roles.map((role) => roleLabel(i18n, role)).join(" · ") || "—"}
        </Fact>
        <Fact name={<Trans id="organisation.holder" message="Holder" />}>
          {post.abolished_at ? (
            <Chip>
              <Trans id="organisation.abolished" message="Abolished" />
            </Chip>
          ) : post.holder ? (
            <>
              <bdi>{nameOf(post.holder.person)}</bdi>{" "}
              <span className="text-muted">({chargeKindLabel(i18n, post.holder.kind)})</span>
            </>
          ) : (
            <Trans id="organisation.vacant" message="Vacant" />
          )}
        </Fact>
      </dl>
      {manages && !post.abolished_at && <PostActions post={post} superior={superior} />}
      <History postId={post.id} />
      <FoldedTimeline of="post" id={post.id} />
    </>
  );
}

function Fact({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function useSuperior(id: string | null): PostRef | null {
  const { data } = api.useQuery(
    "get",
    "/api/v1/posts/{id}",
    { params: { path: { id: id ?? "" } } },
    { enabled: id !== null },
  );
  if (!data || !id) return null;
  const { title_en, title_ur, grade, unit, holder } = data;
  return { id, title_en, title_ur, grade, unit, holder: holder?.person ?? null };
}

function PostActions({ post, superior }: { post: Post; superior: PostRef | null }) {
  const { i18n } = useLingui();
  const [dialog, setDialog] = useState<"appoint" | "transfer" | "edit" | null>(null);
  const close = () => setDialog(null);
  const abolish = useChange(
    () =>
      client.POST("/api/v1/posts/{id}/abolition", {
        params: { path: { id: post.id }, header: ifMatch(post.version) },
        body: {},
      }),
    i18n._({ id: "organisation.post.abolishedNow", message: "The post has been abolished." }),
  );
  const askToAbolish = async () => {
    const yes = await confirm({
      title: i18n._({
        id: "organisation.post.abolish.ask",
        message: "Abolish {title}?",
        values: { title: titleOf(post) },
      }),
      body: i18n._({
        id: "organisation.post.abolish.effect",
        message:
          "Nothing can be sent to an abolished post any more. Its history stays. It must be vacant and its desk empty.",
      }),
      action: i18n._({ id: "organisation.post.abolish", message: "Abolish the post" }),
      danger: true,
    });
    if (yes) abolish.mutate(undefined);
  };
  return (
    <div className="flex flex-wrap gap-2">
      {post.holder ? (
        <>
          <Button tone="primary" onClick={() => setDialog("transfer")}>
            <Trans id="organisation.transfer" message="Transfer the charge" />
          </Button>
          <EndCharge chargeId={post.holder.charge_id} postVersion={post.version} />
        </>
      ) : (
        <Button tone="primary" onClick={() => setDialog("appoint")}>
          <Trans id="organisation.appoint" message="Appoint a holder" />
        </Button>
      )}
      <Button onClick={() => setDialog("edit")}>
        <Trans id="organisation.post.edit" message="Change the post" />
      </Button>
      {!post.holder && (
        <Button tone="danger" pending={abolish.isPending} onClick={() => void askToAbolish()}>
          <Trans id="organisation.post.abolish" message="Abolish the post" />
        </Button>
      )}
      {dialog === "appoint" && <AppointDialog post={post} onClose={close} />}
      {dialog === "transfer" && <TransferDialog post={post} onClose={close} />}
      {dialog === "edit" && <EditPostDialog post={post} superior={superior} onClose={close} />}
    </div>
  );
}

function EndCharge({ chargeId, postVersion }: { chargeId: string; postVersion: number }) {
  const { i18n } = useLingui();
  const end = useChange(
    () =>
      client.POST("/api/v1/charges/{id}/end", {
        params: { path: { id: chargeId }, header: ifMatch(postVersion) },
        body: {},
      }),
    i18n._({ id: "organisation.charge.ended", message: "The charge has ended. The post is vacant." }),
  );
  const ask = async () => {
    const yes = await confirm({
      title: i18n._({ id: "organisation.charge.end.ask", message: "End this charge without a successor?" }),
      body: i18n._({
        id: "organisation.charge.end.effect",
        message:
          "The holder loses the desk at once. Papers stay with the post and wait until somebody takes charge.",
      }),
      action: i18n._({ id: "organisation.charge.end", message: "End the charge" }),
      danger: true,
    });
    if (yes) end.mutate(undefined);
  };
  return (
    <Button pending={end.isPending} onClick={() => void ask()}>
      <Trans id="organisation.charge.end" message="End the charge" />
    </Button>
  );
}

function History({ postId }: { postId: string }) {
  const { i18n } = useLingui();
  const charges = useCharges(postId);
  return (
    <section>
      <h3 className="mb-1 font-serif text-lg">
        <Trans id="organisation.history" message="Who held this post" />
      </h3>
      {charges.isPending && <SkeletonRows rows={3} height="h-8" />}
      {charges.error && <ErrorNotice error={charges.error} onRetry={() => void charges.refetch()} />}
      {charges.data?.items.length === 0 && (
        <p className="text-muted">
          <Trans id="organisation.history.none" message="Nobody has held it yet." />
        </p>
      )}
      <ul className="divide-y divide-line">
        {charges.data?.items.map((charge) => (
          <li key={charge.id} className="flex flex-wrap items-baseline gap-x-3 py-1.5">
            <bdi className="font-medium lang-ur:font-normal">{nameOf(charge.person)}</bdi>
            <span className="text-muted">{chargeKindLabel(i18n, charge.kind)}</span>
            <span className="ms-auto text-sm text-muted">
              {charge.to ? (
                <Trans
                  id="organisation.fromTo"
                  message="{from} to {to}"
                  values={{
                    from: <Time at={charge.from} only="date" />,
                    to: <Time at={charge.to} only="date" />,
                  }}
                />
              ) : (
                <Trans
                  id="organisation.since"
                  message="since {day}"
                  values={{ day: <Time at={charge.from} only="date" /> }}
                />
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
