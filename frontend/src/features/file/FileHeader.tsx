import { Trans, useLingui } from "@lingui/react";
import { Link } from "@tanstack/react-router";
import type { File } from "@/api/schema";
import { formatDate, formatDateTime, Num, nameOf, Time, titleOf } from "@/i18n/format";
import { AgeingMark } from "@/office/AgeingMark";
import { classificationLabel, priorityLabel } from "@/office/deskLabels";
import { formatDuration, secondsSince } from "@/office/duration";
import { fileStateLabel } from "@/office/labels";
import { Words } from "@/office/Words";
import { Chip } from "@/ui/states";

/** Which file this is, how pressing, how secret, and who has it now. */
export function FileHeader({ file }: { file: File }) {
  const { i18n } = useLingui();
  return (
    <header className="flex flex-col gap-1 print:hidden">
      <h1 className="flex flex-wrap items-baseline gap-x-3 font-serif text-xl font-semibold lang-ur:font-normal">
        <Num className="whitespace-nowrap text-accent">{file.number}</Num>
        <Words>{file.subject}</Words>
      </h1>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
        {file.state !== "open" && <Chip>{fileStateLabel(i18n, file.state)}</Chip>}
        {file.classification !== "unclassified" && (
          <Chip tone="red">{classificationLabel(i18n, file.classification)}</Chip>
        )}
        {file.priority !== "routine" && (
          <Chip tone={file.priority === "priority" ? "amber" : "red"}>
            {priorityLabel(i18n, file.priority)}
          </Chip>
        )}
        {file.state === "open" && file.due_at && <AgeingMark ageing={file.ageing} dueAt={file.due_at} />}
        <Custody file={file} />
      </div>
      <Family file={file} />
    </header>
  );
}

function Custody({ file }: { file: File }) {
  const { i18n } = useLingui();
  if (file.parked_until) {
    return (
      <span>
        <Trans
          id="file.parked_until"
          message="Parked until {day}; it comes back to the desk by itself"
          values={{ day: formatDate(file.parked_until) }}
        />
      </span>
    );
  }
  if (!file.holder) return null;
  const held = formatDuration(secondsSince(file.holder_since, new Date()), i18n.locale);
  return (
    <span title={formatDateTime(file.holder_since)}>
      <Trans
        id="file.with"
        message="With {post} for {held}"
        values={{ post: isolate(titleOf(file.holder)), held: isolate(held) }}
      />
      {file.holder.holder && (
        <span className="text-muted">
          {" · "}
          <bdi>{nameOf(file.holder.holder)}</bdi>
        </span>
      )}
    </span>
  );
}

/** Keeps a name in one piece inside a sentence of the other script. */
const isolate = (text: string) => `\u2068${text}\u2069`;

/** The file's relatives: main file, parts, volumes, linked files. */
function Family({ file }: { file: File }) {
  const { i18n } = useLingui();
  const relatives = [
    ...(file.main_file
      ? [{ ...file.main_file, word: i18n._({ id: "file.family.main", message: "Part of" }), state: "" }]
      : []),
    ...file.parts.map((part) => ({
      id: part.id,
      number: part.number,
      word: i18n._({ id: "file.family.part", message: "Part file" }),
      state: part.state === "open" ? "" : fileStateLabel(i18n, part.state),
    })),
    ...file.volumes
      .filter((volume) => volume.id !== file.id)
      .map((volume) => ({
        id: volume.id,
        number: volume.number,
        word: i18n._({ id: "file.family.volume", message: "Volume {n}", values: { n: volume.volume } }),
        state: "",
      })),
    ...file.links.map((link) => ({
      id: link.id,
      number: link.number,
      word: i18n._({ id: "file.family.link", message: "Linked" }),
      state: "",
    })),
  ];
  return (
    <details className="text-sm text-muted">
      <summary className="w-fit text-accent">
        <Trans id="file.particulars" message="Particulars" />
        {relatives.length > 0 && (
          <>
            {" · "}
            <Trans
              id="file.family.count"
              message="{count, plural, one {# related file} other {# related files}}"
              values={{ count: relatives.length }}
            />
          </>
        )}
      </summary>
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1 py-1">
        <dt>
          <Trans id="file.section" message="Section" />
        </dt>
        <dd className="text-ink">
          <bdi>{nameOf(file.unit)}</bdi>
        </dd>
        <dt>
          <Trans id="file.head" message="Head" />
        </dt>
        <dd className="text-ink">
          <Num>{file.head.code}</Num> · <bdi>{titleOf(file.head)}</bdi>
        </dd>
        <dt>
          <Trans id="file.opened" message="Opened" />
        </dt>
        <dd className="text-ink">
          <Time at={file.opened_at} only="date" />
        </dd>
        {file.concerns && (
          <>
            <dt>
              <Trans id="file.concerns" message="Concerns" />
            </dt>
            <dd className="text-ink">
              <bdi>{nameOf(file.concerns)}</bdi>
            </dd>
          </>
        )}
        {relatives.length > 0 && (
          <>
            <dt>
              <Trans id="file.family" message="Related files" />
            </dt>
            <dd>
              <ul className="flex flex-wrap gap-x-4">
                {relatives.map((relative) => (
                  <li key={`${relative.word}${relative.id}`}>
                    {relative.word}{" "}
                    <Link to="/files/$id" params={{ id: relative.id }} className="text-accent underline">
                      <Num>{relative.number}</Num>
                    </Link>
                    {relative.state && ` (${relative.state})`}
                  </li>
                ))}
              </ul>
            </dd>
          </>
        )}
      </dl>
    </details>
  );
}
