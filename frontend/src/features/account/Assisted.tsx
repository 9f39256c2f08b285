import { Trans, useLingui } from "@lingui/react";
import { useQueryClient } from "@tanstack/react-query";
import { changeActingPost, useActingCharge, useMe } from "@/api/me";
import type { MeCharge } from "@/api/schema";
import { nameOf, Time, titleOf } from "@/i18n/format";
import { Button } from "@/ui/Button";
import { confirm } from "@/ui/confirm";
import { toast } from "@/ui/toast";
import { useEndDelegation } from "./delegations";

/** The posts at which I assist: for whom, and until when. */
export function Assisted() {
  const { charges } = useMe();
  return (
    <>
      <p className="text-muted">
        <Trans
          id="delegation.assisted.about"
          message="There you read what the officer reads and draft notes, which you put up to the officer. You sign and send nothing."
        />
      </p>
      <ul className="divide-y divide-line">
        {charges.map((charge) => charge.delegation_id && <Line key={charge.id} charge={charge} />)}
      </ul>
    </>
  );
}

function Line({ charge }: { charge: MeCharge }) {
  const { post, assists, until } = charge;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex flex-wrap items-baseline gap-x-3">
          <bdi className="font-medium lang-ur:font-normal">{titleOf(post)}</bdi>
          <bdi className="text-muted">{nameOf(post.unit)}</bdi>
        </p>
        <p className="text-sm text-muted">
          <Trans
            id="delegation.assisted.for"
            message="for {officer}, until {day}"
            values={{
              officer: assists && <bdi>{nameOf(assists)}</bdi>,
              day: until && <Time at={until} only="date" />,
            }}
          />
        </p>
      </div>
      <LayDown charge={charge} />
    </li>
  );
}

function LayDown({ charge: { post, delegation_id } }: { charge: MeCharge }) {
  const { i18n } = useLingui();
  const queries = useQueryClient();
  const acting = useActingCharge()?.post.id;
  const end = useEndDelegation(async () => {
    // Whoever acts there goes on with another post of his own, if there is one.
    if (acting === post.id) await changeActingPost(null);
    else await queries.invalidateQueries({ queryKey: ["me"] });
    toast(i18n._({ id: "delegation.laidDown", message: "You no longer assist at this post." }));
  });
  const title = `\u2068${titleOf(post)}\u2069`;
  const ask = async () => {
    const yes = await confirm({
      title: i18n._({
        id: "delegation.layDown.ask",
        message: "Stop assisting at the post {post}?",
        values: { post: title },
      }),
      body: i18n._({
        id: "delegation.layDown.effect",
        message:
          "You see nothing of this post any more. What you have put up stays with the officer; other drafts of yours there are out of your reach.",
      }),
      action: i18n._({ id: "delegation.layDown.go", message: "Stop assisting" }),
      danger: true,
    });
    if (yes && delegation_id) end.mutate(delegation_id);
  };
  return (
    <Button
      pending={end.isPending}
      aria-label={i18n._({
        id: "delegation.layDown.of",
        message: "Lay it down: {post}",
        values: { post: title },
      })}
      onClick={() => void ask()}
    >
      <Trans id="delegation.layDown" message="Lay it down" />
    </Button>
  );
}
