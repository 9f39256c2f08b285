import { Trans } from "@lingui/react";
import type { PostRef } from "@/api/schema";
import { nameOf, titleOf } from "@/i18n/format";

/** A post as the office calls it: title, and the person who holds it now. */
export function PostName({ post, withHolder = false }: { post: PostRef; withHolder?: boolean }) {
  return (
    <span>
      <bdi>{titleOf(post)}</bdi>
      {withHolder && (
        <span className="text-muted">
          {" · "}
          {post.holder ? <bdi>{nameOf(post.holder)}</bdi> : <Trans id="paper.post.vacant" message="vacant" />}
        </span>
      )}
    </span>
  );
}

/** Title, holder and unit on two lines, for lists to choose from. */
export function PostLines({ post }: { post: PostRef }) {
  return (
    <span className="flex flex-col">
      <bdi>{titleOf(post)}</bdi>
      <span className="text-sm text-muted">
        {post.holder ? <bdi>{nameOf(post.holder)}</bdi> : <Trans id="paper.post.vacant" message="vacant" />}
        {" · "}
        <bdi>{nameOf(post.unit)}</bdi>
      </span>
    </span>
  );
}
