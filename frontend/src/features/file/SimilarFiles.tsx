import { Trans } from "@lingui/react";
import { keepPreviousData } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { api } from "@/api/client";
import { Num } from "@/i18n/format";
import { useDebounced } from "@/office/useDebounced";
import { Words } from "@/office/Words";

const ENOUGH_LETTERS = 4;

/** Files on the same subject, while the subject of a new one is typed: one case, one file. */
export function SimilarFiles({ subject }: { subject: string }) {
  const settled = useDebounced(subject.trim(), 400);
  const { data } = api.useQuery(
    "get",
    "/api/v1/files/similar",
    { params: { query: { subject: settled } } },
    { enabled: settled.length >= ENOUGH_LETTERS, placeholderData: keepPreviousData },
  );
  const similar = settled.length >= ENOUGH_LETTERS ? (data?.items ?? []) : [];
  return (
    <div role="status">
      {similar.length > 0 && (
        <div className="rounded-md border border-amber bg-amber-soft px-3 py-2">
          <p className="font-medium">
            <Trans id="file.similar" message="Is it one of these? A case has one file." />
          </p>
          <ul className="flex flex-col gap-1">
            {similar.map((file) => (
              <li key={file.id}>
                <Link
                  to="/files/$id"
                  params={{ id: file.id }}
                  target="_blank"
                  className="text-accent underline"
                >
                  <Num>{file.number}</Num>
                </Link>{" "}
                <Words className="block sm:inline-block sm:max-w-full">{file.subject}</Words>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
