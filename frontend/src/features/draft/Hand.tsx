import { Trans } from "@lingui/react";
import type { DraftHand } from "@/api/schema";
import { nameOf, Time } from "@/i18n/format";
import { currentLanguage } from "@/i18n/i18n";
import { PostName } from "@/office/PostName";

/** Who it was, for which post, and when. */
export function Hand({ hand }: { hand: DraftHand }) {
  return (
    <>
      <HandName hand={hand} />
      {" · "}
      <Time at={hand.at} />
    </>
  );
}

export function HandName({ hand: { person, post } }: { hand: DraftHand }) {
  if (!person && !post) return <Trans id="draft.hand.unknown" message="An officer" />;
  return (
    <>
      {person && <bdi>{nameOf(person)}</bdi>}
      {person && post && (currentLanguage() === "ur" ? "، " : ", ")}
      {post && <PostName post={post} />}
    </>
  );
}
