import { Trans, useLingui } from "@lingui/react";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useMay } from "@/api/me";
import type { Post, Unit } from "@/api/schema";
import { Num, nameOf, Time, titleOf } from "@/i18n/format";
import { chargeKindLabel } from "@/office/labels";
import { roleLabel } from "@/office/organisation";
import { Button } from "@/ui/Button";
import { Checkbox } from "@/ui/Checkbox";
import { ErrorNotice } from "@/ui/errors";
import { PlusIcon } from "@/ui/paperIcons";
import { Chip, EmptyState, SkeletonRows } from "@/ui/states";
import { NewPostDialog } from "./PostDialogs";
import { PostPanel } from "./PostPanel";
import { usePosts } from "./queries";

/** The posts of a unit with their holders; a post opens over the page. */
export function PostsTab({ unit }: { unit: Unit }) {
  const { i18n } = useLingui();
  const { post: opened } = useSearch({ from: "/office/organisation" });
  const navigate = useNavigate({ from: "/organisation" });
  const manages = useMay("manage_organisation");
  const [abolished, setAbolished] = useState(false);
  const [adding, setAdding] = useState(false);
  const posts = usePosts(unit.id, abolished);
  const items = posts.data?.items ?? [];
  return (
    <>
      {posts.isPending && <SkeletonRows rows={5} height="h-14" />}
      {posts.error && <ErrorNotice error={posts.error} onRetry={() => void posts.refetch()} />}
      {posts.data && items.length === 0 && (
        <EmptyState title={<Trans id="organisation.posts.none" message="No posts in this unit" />}>
          <Trans
            id="organisation.posts.none.do"
            message="Papers move between posts. Create the sanctioned posts, then appoint their holders."
          />
        </EmptyState>
      )}
      <ul className="divide-y divide-line">
        {items.map((post) => (
          <PostRow key={post.id} post={post} unitId={unit.id} />
        ))}
      </ul>
      <div className="mt-3 flex flex-wrap items-center justify-between gap-3">
        {manages && !unit.closed_at ? (
          <Button tone="primary" icon={<PlusIcon />} onClick={() => setAdding(true)}>
            <Trans id="organisation.post.add" message="Create a post" />
          </Button>
        ) : (
          <span />
        )}
        <Checkbox
          label={i18n._({ id: "organisation.showAbolished", message: "Show abolished posts too" })}
          checked={abolished}
          onChange={(event) => setAbolished(event.target.checked)}
        />
      </div>
      {adding && <NewPostDialog unit={unit} onClose={() => setAdding(false)} />}
      {opened && <PostPanel id={opened} onClose={() => void navigate({ search: { unit: unit.id } })} />}
    </>
  );
}

function PostRow({ post, unitId }: { post: Post; unitId: string }) {
  const { i18n } = useLingui();
  return (
    <li className="relative grid gap-x-4 gap-y-0.5 py-2 hover:bg-paper has-[a:focus-visible]:outline-2 has-[a:focus-visible]:outline-accent sm:grid-cols-[minmax(0,1.2fr)_minmax(0,1fr)]">
      <div>
        <Link
          to="/organisation"
          search={{ unit: unitId, post: post.id }}
          className="text-ink no-underline outline-none after:absolute after:inset-0"
        >
          <bdi className="font-medium lang-ur:font-normal">{titleOf(post)}</bdi>
        </Link>
        <p className="flex flex-wrap gap-x-3 text-sm text-muted">
          <Num>BPS-{post.grade}</Num>
          <Num>{post.code}</Num>
          <span>{post.roles.map((role) => roleLabel(i18n, role)).join(" · ")}</span>
        </p>
      </div>
      <Holder post={post} />
    </li>
  );
}

function Holder({ post }: { post: Post }) {
  const { i18n } = useLingui();
  if (post.abolished_at) {
    return (
      <span>
        <Chip>
          <Trans id="organisation.abolished" message="Abolished" />
        </Chip>
      </span>
    );
  }
  if (!post.holder) {
    return (
      <span>
        <Chip tone="amber">
          <Trans id="organisation.vacant" message="Vacant" />
        </Chip>
      </span>
    );
  }
  return (
    <div>
      <bdi>{nameOf(post.holder.person)}</bdi>
      <p className="text-sm text-muted">
        {chargeKindLabel(i18n, post.holder.kind)}{" "}
        <Trans
          id="organisation.since"
          message="since {day}"
          values={{ day: <Time at={post.holder.since} only="date" /> }}
        />
      </p>
    </div>
  );
}
