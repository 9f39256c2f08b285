import { Trans } from "@lingui/react";
import { client } from "@/api/client";
import type { DeskItem } from "@/api/schema";
import { problemText } from "@/i18n/problems";
import { useAct } from "@/office/useAct";
import { Button } from "@/ui/Button";
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
  // Only when they are off the desk: after a failure the same ones are tried again.
  const away = usePutCopiesAway(selection.clear);
  const copies = items.filter((item) => item.kind === "copy" && selection.has(item.id));
  const putAway = () => away.act(copies.map((copy) => copy.subject_id).slice(0, MOST_COPIES));
  return (
    <div
      role="toolbar"
      className="sticky bottom-0 z-10 mt-2 flex flex-wrap items-center gap-2 rounded-md border border-accent bg-accent-soft px-3 py-1.5 max-sm:bottom-14 max-sm:lang-ur:bottom-16"
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
      {/* Here, and not in a notice over the page: on a phone that would lie on the button that tries again. */}
      {away.error && (
        <p role="alert" className="w-full text-red">
          {problemText(away.error)}
        </p>
      )}
    </div>
  );
}

/** Takes copies off the desk: the post has seen them. */
function usePutCopiesAway(onDone: () => void) {
  return useAct<string[], unknown>({
    send: (receipts, { key }) =>
      client.POST("/api/v1/desk/seen-copies", {
        params: { header: { "Idempotency-Key": key } },
        body: { receipt_ids: receipts },
      }),
    onDone,
  });
}
