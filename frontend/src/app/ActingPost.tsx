import { Trans, useLingui } from "@lingui/react";
import { useNavigate } from "@tanstack/react-router";
import { changeActingPost, useActingCharge, useMe } from "@/api/me";
import type { MeCharge } from "@/api/schema";
import { Store, useStore } from "@/api/store";
import { nameOf, titleOf } from "@/i18n/format";
import { problemText } from "@/i18n/problems";
import { chargeKindLabel } from "@/office/deskLabels";
import { toast } from "@/ui/toast";
import { DONE, mayLeave } from "@/ui/unsaved";

/** From the choice of another post until its desk is open no page is shown: it would be the other post's. */
export const changingPost = new Store(false);

/** For which post I act; a choice when I hold several. */
export function ActingPost() {
  const { i18n } = useLingui();
  const me = useMe();
  const acting = useActingCharge();
  const navigate = useNavigate();
  const changing = useStore(changingPost);

  if (!acting) {
    return (
      <span className="text-muted">
        <Trans id="shell.noPost" message="No post" />
      </span>
    );
  }

  const wordsFor = (charge: MeCharge) => {
    const kind = charge.kind === "substantive" ? "" : ` (${chargeKindLabel(i18n, charge.kind)})`;
    return `${titleOf(charge.post)} · ${nameOf(charge.post.unit)}${kind}`;
  };

  const change = async (postId: string) => {
    if (!(await mayLeave())) return;
    changingPost.set(true);
    try {
      await changeActingPost(postId);
      await navigate({ to: "/", ...DONE });
    } catch (error) {
      toast(problemText(error), "failed");
    } finally {
      changingPost.set(false);
    }
  };

  if (me.charges.length === 1) {
    return (
      <span className="min-w-0 truncate text-end" title={wordsFor(acting)}>
        <span className="sr-only">
          <Trans id="shell.actingFor" message="Acting for" />{" "}
        </span>
        <bdi className="font-medium lang-ur:font-normal">{titleOf(acting.post)}</bdi>
      </span>
    );
  }
  return (
    <select
      aria-label={i18n._({ id: "shell.actingFor", message: "Acting for" })}
      aria-busy={changing}
      disabled={changing}
      className="min-h-9 lang-ur:min-h-11 min-w-0 max-w-80 truncate rounded-md border border-accent bg-accent-soft ps-2.5 pe-7 leading-[inherit] font-medium text-ink lang-ur:font-normal"
      value={acting.post.id}
      onChange={(event) => void change(event.target.value)}
    >
      {me.charges.map((charge) => (
        <option key={charge.id} value={charge.post.id}>
          {wordsFor(charge)}
        </option>
      ))}
    </select>
  );
}
