import { Trans, useLingui } from "@lingui/react";
import { Link } from "@tanstack/react-router";
import { type DragEvent, type ReactNode, useId, useRef, useState } from "react";
import type { Document } from "@/api/schema";
import { Num, Time } from "@/i18n/format";
import { Button, IconButton } from "@/ui/Button";
import { cx } from "@/ui/cx";
import { CheckIcon, CloseIcon, WarningIcon } from "@/ui/icons";
import { UploadIcon } from "@/ui/paperIcons";
import { formatBytes } from "./bytes";
import { ACCEPTED } from "./upload";
import type { Upload, Uploads } from "./useUploads";

interface UploadFieldProps {
  label: ReactNode;
  uploads: Uploads;
  multiple?: boolean;
  id?: string;
}

/** Choose or drop scans; every one shows how far it is, and whether the same bytes came before. */
export function UploadField({ label, uploads, multiple = false, id }: UploadFieldProps) {
  const { i18n } = useLingui();
  const input = useRef<HTMLInputElement>(null);
  const labelId = useId();
  const [over, setOver] = useState(false);
  const isFull = !multiple && uploads.uploads.length > 0;
  const take = (files: FileList | null) => {
    if (files?.length) uploads.add(multiple ? files : [files[0] as globalThis.File]);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (!isFull) take(event.dataTransfer.files);
  };
  return (
    <fieldset className="flex flex-col gap-2" aria-labelledby={labelId}>
      <span id={labelId} className="text-sm font-medium lang-ur:font-normal">
        {label}
      </span>
      {!isFull && (
        // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the button does the same.
        <div
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={onDrop}
          className={cx(
            "flex flex-wrap items-center gap-3 rounded-md border-2 border-dashed px-4 py-4",
            over ? "border-accent bg-accent-soft" : "border-line-strong bg-surface",
          )}
        >
          <Button id={id} icon={<UploadIcon />} onClick={() => input.current?.click()}>
            {multiple
              ? i18n._({ id: "paper.upload.choose_many", message: "Choose scans" })
              : i18n._({ id: "paper.upload.choose", message: "Choose a scan" })}
          </Button>
          <span className="text-sm text-muted">
            <Trans
              id="paper.upload.hint"
              message="or drop them here. PDF, JPEG, PNG or TIFF, up to 100 MB each."
            />
          </span>
          <input
            ref={input}
            type="file"
            accept={ACCEPTED}
            multiple={multiple}
            hidden
            onChange={(event) => {
              take(event.target.files);
              event.target.value = "";
            }}
          />
        </div>
      )}
      <ul className="flex flex-col gap-1.5">
        {uploads.uploads.map((upload) => (
          <li key={upload.key} className="min-w-0">
            <UploadRow upload={upload} uploads={uploads} />
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

function UploadRow({ upload, uploads }: { upload: Upload; uploads: Uploads }) {
  const { i18n } = useLingui();
  const { file, document, error } = upload;
  return (
    <div
      className={cx(
        "rounded-md border px-3 py-2",
        error ? "border-red bg-red-soft" : "border-line bg-surface",
      )}
    >
      <div className="flex items-center gap-2">
        <span className={error ? "text-red" : "text-green"}>
          {error ? <WarningIcon /> : document ? <CheckIcon /> : <UploadIcon />}
        </span>
        <bdi className="min-w-0 flex-1 truncate" title={file.name}>
          {file.name}
        </bdi>
        <span className="whitespace-nowrap text-sm text-muted">
          <Num>{formatBytes(file.size, i18n.locale)}</Num>
        </span>
        {document?.pages && (
          <span className="text-sm text-muted">
            <Trans
              id="paper.pages"
              message="{count, plural, one {# page} other {# pages}}"
              values={{ count: document.pages }}
            />
          </span>
        )}
        <IconButton
          label={i18n._({ id: "paper.upload.remove", message: "Remove {name}", values: { name: file.name } })}
          icon={<CloseIcon />}
          onClick={() => uploads.remove(upload.key)}
        />
      </div>
      {!document && !error && (
        <progress
          max={1}
          value={upload.progress}
          aria-label={i18n._({
            id: "paper.upload.progress",
            message: "Upload of {name}",
            values: { name: file.name },
          })}
          className="h-1.5 w-full appearance-none overflow-hidden rounded-full bg-sunken [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-accent"
        />
      )}
      {error && (
        <div role="alert" className="flex flex-wrap items-center gap-2">
          <p className="text-red">{error}</p>
          {/* An empty scan stays empty, however often it is sent. */}
          {file.size > 0 && (
            <Button onClick={() => uploads.retry(upload)}>
              <Trans id="paper.upload.retry" message="Try again" />
            </Button>
          )}
        </div>
      )}
      {document && <Remarks document={document} />}
    </div>
  );
}

/** What the officer should know about a stored document before it is used. */
function Remarks({ document }: { document: Document }) {
  const same = document.same_as;
  return (
    <>
      {document.preview !== "ok" && (
        <p className="text-sm text-amber">
          {document.preview === "encrypted" ? (
            <Trans
              id="paper.upload.encrypted"
              message="Locked with a password: it is kept, but nobody can read it here. Ask the sender for an open copy."
            />
          ) : (
            <Trans
              id="paper.upload.unreadable"
              message="Damaged: it is kept, but its pages cannot be shown. Scan it again if you can."
            />
          )}
        </p>
      )}
      {same.length > 0 && (
        <div role="alert" className="rounded-md bg-amber-soft px-2 py-1 text-sm">
          <p>
            <Trans id="paper.upload.same" message="The same document was diarised before:" />
          </p>
          <ul className="ps-4">
            {same.map((earlier) => (
              <li key={earlier.receipt_id}>
                <Link
                  to="/receipts/$id"
                  params={{ id: earlier.receipt_id }}
                  target="_blank"
                  className="text-accent underline"
                >
                  <Num>{earlier.diary_number}</Num>
                </Link>{" "}
                · <Time at={earlier.diarised_at} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
