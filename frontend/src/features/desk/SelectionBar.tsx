import { Trans } from "@lingui/react";
import { client } from "@/api/client";
import type { DeskItem } from "@/api/schema";
import { problemText } from "@/i18n/problems";
import { useAct } from "@/office/useAct";
import { Button } from "@/ui/Button";
import { toast } from "@/ui/toast";
import type { Selection } from "./useSelection";

/** The server takes so many at once. */
const MOST_COPIES = 100;

interface SelectionBarProps {
  items: DeskItem[];
  selection: Selection;
  onRead: () => void;
}

/** What can be done with the chosen rows at once. */
export default function SelectionBar({ items, selection, onRead }: SelectionBarProps) {
  const away = usePutCopiesAway();
  const copies = items.filter((item) => item.kind === "copy" && selection.has(item.id));
  const putAway = () => {
    away.act(copies.map((copy) => copy.subject_id).slice(0, MOST_COPIES));
    selection.clear();
  };
  return (
    <div
      role="toolbar"
      className="sticky top-0 z-10 mb-2 flex flex-wrap items-center gap-2 rounded-md border border-accent bg-accent-soft px-3 py-1.5"
    >
      <span className="me-2">
        <Trans
          id="desk.selected"
          message="{count, plural, one {# paper selected} other {# papers selected}}"
          values={{ count: selection.ids.length }}
        />
      </span>
      <Button onClick={onRead}>
        <Trans id="desk.markRead" message="Mark as read" />
      </Button>
      {copies.length > 0 && (
        <Button pending={away.isPending} onClick={putAway}>
          <Trans
            id="desk.copies.seen"
            message="{count, plural, one {Copy seen: take it off the desk} other {# copies seen: take them off the desk}}"
            values={{ count: copies.length }}
          />
        </Button>
      )}
      <Button tone="quiet" onClick={selection.all}>
        <Trans id="desk.selectAll" message="Select all shown" />
      </Button>
      <Button tone="quiet" onClick={selection.clear}>
        <Trans id="desk.selectNone" message="Select none" />
      </Button>
    </div>
  );
}

/** Takes copies off the desk: the post has seen them. */
function usePutCopiesAway() {
  return useAct<string[], unknown>({
    send: (receipts, { key }) =>
      client.POST("/api/v1/desk/seen-copies", {
        params: { header: { "Idempotency-Key": key } },
        body: { receipt_ids: receipts },
      }),
    onFailed: (error) => toast(problemText(error), "failed"),
  });
}
