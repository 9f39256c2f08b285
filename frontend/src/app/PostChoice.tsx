import { useLingui } from "@lingui/react";
import { useNavigate } from "@tanstack/react-router";
import { changeActingPost, useMe } from "@/api/me";
import type { MeCharge } from "@/api/schema";
import { useStore } from "@/api/store";
import { nameOf, titleOf } from "@/i18n/format";
import { problemText } from "@/i18n/problems";
import { assistantTo } from "@/office/assisting";
import { chargeKindLabel } from "@/office/labels";
import { toast } from "@/ui/toast";
import { DONE, mayLeave } from "@/ui/unsaved";
import { changingPost } from "./ActingPost";

/** The posts that I can act for: what I hold, and where I assist, each named so that the two are never confused. */
export default function PostChoice({ acting }: { acting: MeCharge }) {
  const { i18n } = useLingui();
  const { charges } = useMe();
  const navigate = useNavigate();
  const changing = useStore(changingPost);

  const wordsFor = (charge: MeCharge) => {
    if (charge.assists) return assistantTo(i18n, charge);
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

  const label = i18n._({ id: "shell.actingFor", message: "Acting for" });
  if (charges.length === 1) {
    return (
      <span className="min-w-0 truncate text-end" title={wordsFor(acting)}>
        <span className="sr-only">{label} </span>
        <bdi className="font-medium lang-ur:font-normal">{wordsFor(acting)}</bdi>
      </span>
    );
  }
  return (
    <select
      aria-label={label}
      aria-busy={changing}
      disabled={changing}
      title={wordsFor(acting)}
      className="min-h-9 lang-ur:min-h-11 min-w-0 max-w-80 truncate rounded-md border border-accent bg-accent-soft ps-2.5 pe-7 leading-[inherit] font-medium text-ink lang-ur:font-normal"
      value={acting.post.id}
      onChange={(event) => void change(event.target.value)}
    >
      {charges.map((charge) => (
        <option key={charge.id} value={charge.post.id}>
          {wordsFor(charge)}
        </option>
      ))}
    </select>
  );
}
