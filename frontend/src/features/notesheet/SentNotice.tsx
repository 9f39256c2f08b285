import { Trans, useLingui } from "@lingui/react";
import { useEffect, useRef } from "react";
import type { Act, PostRef } from "@/api/schema";
import { Num, titleOf } from "@/i18n/format";
import { Button, ButtonLink } from "@/ui/Button";
import { CheckIcon } from "@/ui/icons";
import { useNextOnDesk } from "./queries";
import { Warnings } from "./Warnings";

export interface Done {
  act: Act;
  to: PostRef | null;
}

/** After the act: what became permanent, where the file is now, and what waits next. */
export function SentNotice({ fileId, done, onClose }: { fileId: string; done: Done; onClose: () => void }) {
  const { i18n } = useLingui();
  const box = useRef<HTMLElement>(null);
  const { next, isLoading } = useNextOnDesk(fileId);
  useEffect(() => box.current?.focus(), []);
  const { act, to } = done;
  return (
    <section
      ref={box}
      tabIndex={-1}
      aria-label={i18n._({ id: "note.sent", message: "Done" })}
      className="flex flex-col gap-2 rounded-md border border-signed-line bg-signed p-3 outline-none"
    >
      <div role="status" className="flex items-start gap-2">
        <span className="text-green">
          <CheckIcon />
        </span>
        <div>
          {act.paragraphs && <Permanent first={act.paragraphs.first} last={act.paragraphs.last} />}
          {to && (
            <p>
              <Trans
                id="note.sent.to"
                message="The file is now with {post}."
                values={{ post: titleOf(to) }}
              />
            </p>
          )}
        </div>
      </div>
      <Warnings warnings={act.warnings} />
      <div className="flex flex-wrap gap-2">
        {next && (
          <ButtonLink
            tone="primary"
            to={next.kind === "file" ? "/files/$id" : "/receipts/$id"}
            params={{ id: next.subject_id }}
          >
            <Trans id="note.sent.next" message="Next on your desk:" /> <Num>{next.number}</Num>
          </ButtonLink>
        )}
        {!next && !isLoading && (
          <ButtonLink tone="primary" to="/">
            <Trans id="note.sent.desk" message="Nothing else waits. To the desk" />
          </ButtonLink>
        )}
        <Button onClick={onClose}>
          <Trans id="note.sent.stay" message="Stay on this file" />
        </Button>
      </div>
    </section>
  );
}

function Permanent({ first, last }: { first: number; last: number }) {
  if (first === last) {
    return (
      <p className="font-medium">
        <Trans id="note.sent.paragraph" message="Paragraph {first} is now permanent." values={{ first }} />
      </p>
    );
  }
  return (
    <p className="font-medium">
      <Trans
        id="note.sent.paragraphs"
        message="Paragraphs {first} to {last} are now permanent."
        values={{ first, last }}
      />
    </p>
  );
}
