import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import { api, bodyOf, client } from "@/api/client";
import type { ExportFailure, FileExport, Language } from "@/api/schema";
import { Num, Time } from "@/i18n/format";
import { ActError } from "@/office/ActError";
import { reader } from "@/office/deskLabels";
import { download } from "@/office/download";
import { useAct } from "@/office/useAct";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { ErrorNotice } from "@/ui/errors";
import { Select } from "@/ui/Field";
import { SkeletonRows } from "@/ui/states";

export interface ExportDialogProps {
  fileId: string;
  /** Names what is saved. */
  number: string;
  onClose: () => void;
}

/** How often it is looked how far an export is. */
const LOOK = 1500;

const isOpen = ({ state }: FileExport) => state === "waiting" || state === "making";

const failureLabel = reader<ExportFailure>({
  out_of_sight: /*i18n*/ { id: "export.failure.out_of_sight", message: "You could no longer read the file." },
  too_large: /*i18n*/ {
    id: "export.failure.too_large",
    message: "Its papers are more than an export takes.",
  },
  unsettled: /*i18n*/ {
    id: "export.failure.unsettled",
    message: "The file was being worked on all the while. Try again.",
  },
  internal: /*i18n*/ { id: "export.failure.internal", message: "Something went wrong. Try again later." },
});

/** The whole file as one document and as an archive: asks for it, shows how far it is, and saves it. */
export default function ExportDialog({ fileId, number, onClose }: ExportDialogProps) {
  const { i18n } = useLingui();
  const [language, setLanguage] = useState<Language>(i18n.locale === "ur" ? "ur" : "en");
  const params = { path: { id: fileId } };
  const exports = api.useQuery(
    "get",
    "/api/v1/files/{id}/exports",
    { params },
    { refetchInterval: ({ state }) => (state.data?.items.some(isOpen) ? LOOK : false) },
  );
  const asking = useAct({
    send: (chosen: Language, { key }) =>
      bodyOf(
        client.POST("/api/v1/files/{id}/exports", {
          params: { ...params, header: { "Idempotency-Key": key } },
          body: { language: chosen },
        }),
      ),
  });
  const items = exports.data?.items;
  return (
    <Dialog open onClose={onClose} title={i18n._({ id: "export.title", message: "Export the file" })}>
      <div className="flex flex-col gap-3">
        <p>
          <Trans
            id="export.lead"
            message="One PDF with the notes, the movements, all papers and the ledger's entries, to read and print anywhere; and an archive with the original papers and what proves them, which can be checked without this office. Both hold what you may see, and are kept for seven days."
          />
        </p>
        <Select
          label={i18n._({ id: "export.language", message: "Language of the labels" })}
          value={language}
          onChange={(event) => setLanguage(event.target.value as Language)}
        >
          <option value="en">English</option>
          <option value="ur">اردو</option>
        </Select>
        <ActError error={asking.error} />
        <div className="flex flex-wrap gap-2">
          <Button
            tone="primary"
            pending={asking.isPending}
            disabled={items?.some(isOpen) ?? true}
            onClick={() => asking.act(language)}
          >
            {i18n._({ id: "export.do", message: "Export" })}
          </Button>
          <Button onClick={onClose}>{i18n._({ id: "ui.close", message: "Close" })}</Button>
        </div>
        {exports.isPending && <SkeletonRows rows={2} />}
        {exports.error && <ErrorNotice error={exports.error} onRetry={() => void exports.refetch()} />}
        {items && items.length > 0 && (
          <ul
            aria-live="polite"
            aria-label={i18n._({ id: "export.list", message: "Your exports of this file" })}
            className="divide-y divide-line border-t border-line"
          >
            {items.map((item) => (
              <Made key={item.id} item={item} number={number} />
            ))}
          </ul>
        )}
      </div>
    </Dialog>
  );
}

/** One export: how far it is, or both downloads. */
function Made({ item, number }: { item: FileExport; number: string }) {
  const { i18n } = useLingui();
  return (
    <li className="flex flex-col gap-1.5 py-2">
      <p className="text-sm text-muted">
        <Time at={item.requested_at} /> · {item.language === "ur" ? "اردو" : "English"}
      </p>
      {isOpen(item) && (
        <p>
          {item.state === "waiting"
            ? i18n._({ id: "export.waiting", message: "Waiting for its turn…" })
            : i18n._({ id: "export.making", message: "Being made…" })}
        </p>
      )}
      {item.failure && <p>{failureLabel(i18n, item.failure)}</p>}
      {item.state === "ready" && (
        <>
          <div className="flex flex-wrap gap-2">
            <Save item={item} part="book" fileName={`${safe(number)}.pdf`}>
              {i18n._({ id: "export.book", message: "Save the PDF" })}
            </Save>
            <Save item={item} part="archive" fileName={`${safe(number)}.zip`}>
              {i18n._({ id: "export.archive", message: "Save the archive" })}
            </Save>
          </div>
          <p className="text-sm text-muted">
            <Trans
              id="export.facts"
              message="{pages} pages; kept until {until}."
              values={{
                pages: <Num>{item.pages}</Num>,
                until: item.expires_at && <Time at={item.expires_at} only="date" />,
              }}
            />
          </p>
        </>
      )}
    </li>
  );
}

interface SaveProps {
  item: FileExport;
  part: "book" | "archive";
  fileName: string;
  children: string;
}

function Save({ item, part, fileName, children }: SaveProps) {
  const { i18n } = useLingui();
  const saving = useAct({ send: (_: null) => download(`/api/v1/exports/${item.id}/${part}`, fileName) });
  const bytes = item[part]?.bytes ?? 0;
  const size = new Intl.NumberFormat(i18n.locale === "ur" ? "ur-u-nu-latn" : "en", {
    maximumFractionDigits: 1,
  }).format(bytes / 1_000_000);
  return (
    <>
      <Button pending={saving.isPending} onClick={() => saving.act(null)}>
        <span>
          {children} (<Num>{size} MB</Num>)
        </span>
      </Button>
      <ActError error={saving.error} />
    </>
  );
}

/** A number of a file as a name on every disk. */
const safe = (number: string) => number.replaceAll(/[/\\:]/g, "-");
