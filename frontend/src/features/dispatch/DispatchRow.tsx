import { Trans, useLingui } from "@lingui/react";
import type { Dispatch } from "@/api/schema";
import { Num, Time, today } from "@/i18n/format";
import { classificationLabel } from "@/office/deskLabels";
import { Address } from "@/office/dispatch/Address";
import { Progress } from "@/office/dispatch/Progress";
import { roleLabel } from "@/office/dispatch/words";
import { formLabel } from "@/office/draftWords";
import { languageOf } from "@/office/script";
import { Words } from "@/office/Words";
import { Chip } from "@/ui/states";
import { DispatchActs } from "./DispatchActs";
import { Envelope } from "./Envelope";

interface DispatchRowProps {
  dispatch: Dispatch;
  isChosen: boolean;
  onChoose: () => void;
}

/** One issue on its way to one addressee. */
export function DispatchRow({ dispatch, isChosen, onChoose }: DispatchRowProps) {
  const { i18n } = useLingui();
  const { number, ordinal, address } = dispatch;
  return (
    <li className="flex gap-3 px-3 py-2.5">
      <input
        type="checkbox"
        checked={isChosen}
        onChange={onChoose}
        className="mt-1 size-5 shrink-0 accent-accent"
        aria-label={i18n._({
          id: "dispatch.choose",
          message: "Choose {number}, {addressee}",
          values: { number: `\u2066${number}\u2069`, addressee: address.en[0] ?? ordinal },
        })}
      />
      <div className="grid min-w-0 grow gap-x-4 gap-y-1.5 lg:grid-cols-[minmax(0,4fr)_minmax(0,3fr)_minmax(0,3fr)_auto]">
        <Letter dispatch={dispatch} />
        <div className="min-w-0 wrap-anywhere">
          <p className="text-sm text-muted">{roleLabel(i18n, dispatch.role)}</p>
          <Address address={address} />
        </div>
        <div className="min-w-0">
          <Progress dispatch={dispatch} />
          <ReplyDue dispatch={dispatch} />
        </div>
        <div className="flex flex-wrap content-start gap-1.5 lg:w-48 lg:flex-col lg:flex-nowrap">
          <DispatchActs dispatch={dispatch} />
          {dispatch.subject !== null && dispatch.channel !== "inside" && <Envelope dispatch={dispatch} />}
        </div>
      </div>
    </li>
  );
}

function Letter({ dispatch }: { dispatch: Dispatch }) {
  const { i18n } = useLingui();
  return (
    <div className="min-w-0">
      <p className="flex flex-wrap items-baseline gap-x-3 text-sm text-muted">
        <Num className="font-medium text-ink lang-ur:font-normal">{dispatch.number}</Num>
        <Time at={dispatch.issued_on} only="date" />
        <span>{formLabel(i18n, dispatch.form)}</span>
      </p>
      {dispatch.subject !== null && (
        <p lang={languageOf(dispatch.subject)}>
          <Words>{dispatch.subject}</Words>
        </p>
      )}
      {dispatch.classification !== "unclassified" && (
        <p>
          <Chip tone={dispatch.subject === null ? "red" : "plain"}>
            {classificationLabel(i18n, dispatch.classification)}
          </Chip>
        </p>
      )}
      {dispatch.subject === null && (
        <p className="text-sm text-muted">
          <Trans
            id="dispatch.held"
            message="Closely held: the registry sees neither subject nor document. The officer puts it into its envelope himself."
          />
        </p>
      )}
    </div>
  );
}

/** By when an answer is asked for, as long as there is none. */
function ReplyDue({ dispatch: { reply_due_on, answered_at, role } }: { dispatch: Dispatch }) {
  if (!reply_due_on || answered_at || role === "copy") return null;
  const isOver = reply_due_on < today();
  return (
    <p className={isOver ? "text-sm text-red" : "text-sm text-muted"}>
      {isOver ? (
        <Trans id="dispatch.reply.overdue" message="Reply overdue since" />
      ) : (
        <Trans id="dispatch.reply.due" message="Reply asked for by" />
      )}{" "}
      <Time at={reply_due_on} only="date" />
    </p>
  );
}
