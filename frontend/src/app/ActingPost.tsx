import { Trans } from "@lingui/react";
import { useActingCharge, useMe } from "@/api/me";
import { Store } from "@/api/store";
import { nameOf, titleOf } from "@/i18n/format";
import { withAllTexts } from "@/i18n/i18n";
import { lazily } from "@/ui/lazily";

/** From the choice of another post until its desk is open no page is shown: it would be the other post's. */
export const changingPost = new Store(false);

const PostChoice = lazily(() => withAllTexts(import("./PostChoice")).then((it) => it.default), {
  waiting: <OnlyPost />,
});

/** For which post I act; a choice when there are several. Whoever only assists there is told so. */
export function ActingPost() {
  const { charges } = useMe();
  const acting = useActingCharge();
  return acting && (charges.length > 1 || acting.assists) ? <PostChoice acting={acting} /> : <OnlyPost />;
}

function OnlyPost() {
  const acting = useActingCharge();
  if (!acting) {
    return (
      <span className="text-muted">
        <Trans id="shell.noPost" message="No post" />
      </span>
    );
  }
  return (
    <span
      className="min-w-0 truncate text-end"
      title={`${titleOf(acting.post)} · ${nameOf(acting.post.unit)}`}
    >
      <span className="sr-only">
        <Trans id="shell.actingFor" message="Acting for" />{" "}
      </span>
      <bdi className="font-medium lang-ur:font-normal">{titleOf(acting.post)}</bdi>
    </span>
  );
}
