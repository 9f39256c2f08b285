import { Trans, useLingui } from "@lingui/react";
import type { File } from "@/api/schema";
import { Num, nameOf } from "@/i18n/format";
import { classificationLabel, priorityLabel } from "@/office/deskLabels";
import { Words } from "@/office/Words";

/** The head of a noting sheet, on paper only; the classification stands at the top and foot of every page. */
export function PrintedHeading({ file }: { file: File }) {
  const { i18n } = useLingui();
  const classification =
    file.classification !== "unclassified" && classificationLabel(i18n, file.classification);
  return (
    <div className="hidden print:block">
      {classification && (
        <>
          <p className="fixed inset-x-0 top-0 text-center font-semibold uppercase">{classification}</p>
          <p className="fixed inset-x-0 bottom-0 text-center font-semibold uppercase">{classification}</p>
        </>
      )}
      <div className="mt-6 border-b-2 border-ink pb-2 text-center">
        <p className="text-lg font-semibold">
          <bdi>{nameOf(file.unit)}</bdi>
        </p>
        <p className="text-base tracking-wide uppercase lang-ur:tracking-normal">
          <Trans id="file.sheet" message="Noting sheet" />
        </p>
      </div>
      <dl className="my-3 grid grid-cols-[auto_1fr_auto] gap-x-4">
        <dt className="font-semibold">
          <Trans id="file.sheet.number" message="File No." />
        </dt>
        <dd>
          <Num>{file.number}</Num>
        </dd>
        <dd className="font-semibold">{file.priority !== "routine" && priorityLabel(i18n, file.priority)}</dd>
        <dt className="font-semibold">
          <Trans id="paper.subject" message="Subject" />
        </dt>
        <dd className="col-span-2">
          <Words>{file.subject}</Words>
        </dd>
      </dl>
    </div>
  );
}
