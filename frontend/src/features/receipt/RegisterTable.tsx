import { Trans, useLingui } from "@lingui/react";
import { Link } from "@tanstack/react-router";
import type { ReceiptLine } from "@/api/schema";
import { Num, Time } from "@/i18n/format";
import { classificationLabel, priorityLabel } from "@/office/deskLabels";
import { modeLabel, receiptStateLabel } from "@/office/labels";
import { PostName } from "@/office/PostName";
import { Words } from "@/office/Words";
import { Chip } from "@/ui/states";
import { useIsWide } from "@/ui/useIsWide";

/** A register on wide screens and on paper, a plain list on phones. */
export function RegisterTable({ lines }: { lines: ReceiptLine[] }) {
  const isWide = useIsWide();
  return isWide ? <Wide lines={lines} /> : <Narrow lines={lines} />;
}

function Wide({ lines }: { lines: ReceiptLine[] }) {
  const { i18n } = useLingui();
  return (
    <div className="overflow-x-auto rounded-md border border-line bg-surface print:overflow-visible print:border-0 print:text-sm">
      <table className="w-full table-fixed border-collapse text-start [&_td]:wrap-anywhere [&_td]:border-t [&_td]:border-line [&_td]:px-3 [&_td]:py-1.5 [&_td]:align-top [&_th]:px-3 [&_th]:py-2 [&_th]:text-start [&_th]:text-sm [&_th]:font-medium [&_th]:text-muted">
        <caption className="sr-only">
          <Trans id="registry.title" message="Diary register" />
        </caption>
        <thead>
          <tr>
            <th scope="col" className="w-32">
              <Trans id="registry.number" message="Diary no." />
            </th>
            <th scope="col" className="w-34">
              <Trans id="registry.received" message="Received" />
            </th>
            <th scope="col" className="w-[26%]">
              <Trans id="registry.sender" message="Sender and reference" />
            </th>
            <th scope="col">
              <Trans id="paper.subject" message="Subject" />
            </th>
            <th scope="col" className="w-[24%]">
              <Trans id="registry.where" message="Where it is" />
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id} className="relative hover:bg-paper">
              <td className="whitespace-nowrap">
                <Num>{line.diary_number}</Num>
              </td>
              <td className="whitespace-nowrap">
                <Time at={line.received_on} only="date" />
                <div className="text-sm text-muted">{modeLabel(i18n, line.mode)}</div>
              </td>
              <td>
                <Sender line={line} />
              </td>
              <td>
                <Opens line={line} /> <Marks line={line} />
              </td>
              <td>
                <Whereabouts line={line} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Narrow({ lines }: { lines: ReceiptLine[] }) {
  return (
    <ul className="divide-y divide-line overflow-hidden rounded-md border border-line bg-surface">
      {lines.map((line) => (
        <li key={line.id} className="relative flex flex-col gap-0.5 px-3 py-2">
          <div className="flex flex-wrap items-baseline justify-between gap-x-3 text-sm text-muted">
            <Num className="text-ink">{line.diary_number}</Num>
            <Time at={line.received_on} only="date" />
          </div>
          <Opens line={line} />
          <div className="wrap-anywhere text-sm">
            <Sender line={line} />
          </div>
          <div className="flex flex-wrap items-center gap-1.5 text-sm">
            <Whereabouts line={line} /> <Marks line={line} />
          </div>
        </li>
      ))}
    </ul>
  );
}

/** The whole row opens the receipt. */
function Opens({ line }: { line: ReceiptLine }) {
  return (
    <Link
      to="/receipts/$id"
      params={{ id: line.id }}
      className="text-ink no-underline after:absolute after:inset-0 hover:underline"
    >
      <Words>{line.subject}</Words>
    </Link>
  );
}

function Sender({ line }: { line: ReceiptLine }) {
  return (
    <>
      <Words>{line.sender_name}</Words>
      {line.sender_office && (
        <span className="text-muted">
          {" · "}
          <Words>{line.sender_office}</Words>
        </span>
      )}
      {line.reference_number && (
        <div className="text-sm text-muted">
          <Num>{line.reference_number}</Num>
          {line.reference_date && (
            <>
              {" · "}
              <Time at={line.reference_date} only="date" />
            </>
          )}
        </div>
      )}
    </>
  );
}

function Whereabouts({ line }: { line: ReceiptLine }) {
  const { i18n } = useLingui();
  return (
    <>
      <span>{receiptStateLabel(i18n, line.state)}</span>
      {line.file_number && (
        <>
          {" "}
          <Num>{line.file_number}</Num>
        </>
      )}
      {!line.file_number && line.holder && (
        <span className="text-sm text-muted">
          {" · "}
          <PostName post={line.holder} />
        </span>
      )}
    </>
  );
}

function Marks({ line }: { line: ReceiptLine }) {
  const { i18n } = useLingui();
  return (
    <>
      {line.priority !== "routine" && (
        <Chip tone={line.priority === "priority" ? "amber" : "red"}>
          {priorityLabel(i18n, line.priority)}
        </Chip>
      )}
      {line.classification !== "unclassified" && (
        <Chip>{classificationLabel(i18n, line.classification)}</Chip>
      )}
    </>
  );
}
