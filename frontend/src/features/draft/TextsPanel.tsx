import { Trans, useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Communication, CommunicationTextLine } from "@/api/schema";
import { Button } from "@/ui/Button";
import { ErrorNotice } from "@/ui/errors";
import { Select } from "@/ui/Field";
import { Chip, SkeletonRows } from "@/ui/states";
import { TextNumber } from "./DraftList";
import { Hand } from "./Hand";
import { textsQuery } from "./queries";
import { CompareDialog, ReadDialog } from "./TextDialogs";

/** All texts that the draft has had: read one, compare two. */
export function TextsPanel({ draft }: { draft: Communication }) {
  const { data: texts, error, refetch } = useQuery(textsQuery(draft.id));
  const [reading, setReading] = useState<number | null>(null);
  if (error && !texts) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!texts) return <SkeletonRows rows={3} />;
  return (
    <div className="flex flex-col gap-4">
      {texts.length > 1 && <Compare draft={draft} texts={texts} />}
      <ol className="flex flex-col divide-y divide-line rounded-md border border-line bg-surface">
        {texts.map((text) => (
          <li
            key={text.number}
            className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 px-3 py-2"
          >
            <div className="min-w-0">
              <p className="flex flex-wrap items-baseline gap-x-2">
                <span className="font-medium lang-ur:font-normal">
                  <TextNumber number={text.number} />
                </span>
                <TextMark draft={draft} text={text} />
              </p>
              <p className="text-sm text-muted">
                <Hand hand={text.written} />
              </p>
            </div>
            <ReadButton number={text.number} onClick={() => setReading(text.number)} />
          </li>
        ))}
      </ol>
      {reading !== null && <ReadDialog id={draft.id} number={reading} onClose={() => setReading(null)} />}
    </div>
  );
}

function ReadButton({ number, onClick }: { number: number; onClick: () => void }) {
  const { i18n } = useLingui();
  const label = i18n._({ id: "draft.text.read", message: "Read text {number}", values: { number } });
  return (
    <Button aria-label={label} onClick={onClick}>
      <Trans id="draft.read" message="Read" />
    </Button>
  );
}

/** What is special about a text: approved, or still being written in. */
function TextMark({ draft, text }: { draft: Communication; text: CommunicationTextLine }) {
  if (draft.approval?.text_number === text.number) {
    return (
      <Chip tone="green">
        <Trans id="draft.state.approved" message="Approved" />
      </Chip>
    );
  }
  if (draft.voided_approval?.text_number === text.number) {
    return (
      <Chip tone="amber">
        <Trans id="draft.text.wasApproved" message="Was approved" />
      </Chip>
    );
  }
  return (
    <Chip>
      {text.sealed ? (
        <Trans id="draft.text.sealed" message="Stays as it is" />
      ) : (
        <Trans id="draft.text.open" message="Being written" />
      )}
    </Chip>
  );
}

function Compare({ draft, texts }: { draft: Communication; texts: CommunicationTextLine[] }) {
  const { i18n } = useLingui();
  const latest = texts[0]?.number ?? 1;
  const [chosen, setChosen] = useState<{ before: number; after: number } | null>(null);
  const [open, setOpen] = useState(false);
  // Unless somebody chose: what the latest text changed.
  const { before, after } = chosen ?? { before: latest - 1, after: latest };
  const options = texts.map(({ number }) => (
    <option key={number} value={number}>
      {i18n._({ id: "draft.text", message: "Text {number}", values: { number } })}
    </option>
  ));
  return (
    <div className="flex flex-wrap items-end gap-2">
      <Select
        label={i18n._({ id: "draft.compare.before", message: "Compare" })}
        value={before}
        onChange={(event) => setChosen({ before: Number(event.target.value), after })}
      >
        {options}
      </Select>
      <Select
        label={i18n._({ id: "draft.compare.after", message: "with" })}
        value={after}
        onChange={(event) => setChosen({ before, after: Number(event.target.value) })}
      >
        {options}
      </Select>
      <Button disabled={before === after} onClick={() => setOpen(true)}>
        <Trans id="draft.compare.do" message="Show what changed" />
      </Button>
      {open && <CompareDialog id={draft.id} before={before} after={after} onClose={() => setOpen(false)} />}
    </div>
  );
}
