import { Trans } from "@lingui/react";
import { EmptyState } from "@/ui/states";

/** In the place of every page of a person without a post. */
export default function NoCharge() {
  return (
    <EmptyState title={<Trans id="shell.noCharge" message="You hold no post at present" />}>
      <Trans
        id="shell.noCharge.do"
        message="Papers belong to posts. As soon as the administrator gives you charge of a post, its desk appears here."
      />
    </EmptyState>
  );
}
