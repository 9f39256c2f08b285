import { useLingui } from "@lingui/react";
import { useRouterState } from "@tanstack/react-router";
import { useEffect } from "react";
import { changeActingPost, useActingCharge } from "@/api/me";
import { problemText } from "@/i18n/problems";
import { confirm } from "@/ui/confirm";
import { toast } from "@/ui/toast";
import { hasUnsaved } from "@/ui/unsaved";

/**
 * The charge of the post that this tab acts for has ended, or the assistance there. The office goes on with another post of the reader's, but not
 * over his head: what he is writing belongs to the old one. Who stays to copy it is taken on when he leaves the page.
 */
export default function PostEnded() {
  const { i18n } = useLingui();
  const assisted = Boolean(useActingCharge()?.assists);
  // The page that stands, not the one that is on its way.
  const pathname = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again on every page, and not on one twice.
  useEffect(() => {
    const title = assisted
      ? i18n._({ id: "delegation.over", message: "You no longer assist at this post" })
      : i18n._({ id: "charge.ended", message: "Your charge of this post has ended" });
    const question = {
      title,
      body: i18n._({
        id: "charge.ended.do",
        message:
          "What you are writing on this page can no longer be saved. Copy what you need before you go on.",
      }),
      action: i18n._({ id: "charge.ended.on", message: "Go on without it" }),
      refusal: i18n._({ id: "charge.ended.stay", message: "Stay and copy" }),
      danger: true,
    };
    const goOn = async () => {
      if (hasUnsaved() && !(await confirm(question))) return;
      await changeActingPost(null);
      toast(title, "failed");
    };
    goOn().catch((error: unknown) => toast(problemText(error), "failed"));
  }, [pathname]);
  return null;
}
