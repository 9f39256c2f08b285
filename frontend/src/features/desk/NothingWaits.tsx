import { Trans } from "@lingui/react";
import { EmptyState } from "@/ui/states";

export interface NothingWaitsProps {
  filtered: boolean;
}

/** Nothing to do: said in words, which come when they are needed. */
export default function NothingWaits({ filtered }: NothingWaitsProps) {
  if (filtered) {
    return (
      <EmptyState title={<Trans id="desk.empty.filtered" message="Nothing of this kind waits" />}>
        <Trans id="desk.empty.filtered.do" message="Choose All to see everything on this desk." />
      </EmptyState>
    );
  }
  return (
    <EmptyState title={<Trans id="desk.empty" message="Nothing waits on this desk" />}>
      <Trans
        id="desk.empty.do"
        message="Files that are sent to this post and receipts that are marked to it appear here, the most urgent first. Under Sent you can see who has what you forwarded."
      />
    </EmptyState>
  );
}
