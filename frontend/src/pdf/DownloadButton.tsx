import { useLingui } from "@lingui/react";
import { useState } from "react";
import type { Document } from "@/api/schema";
import { Button, IconButton } from "@/ui/Button";
import { DownloadIcon } from "@/ui/paperIcons";
import { toast } from "@/ui/toast";
import { downloadDocument } from "./source";

export function DownloadButton({ document, withLabel }: { document: Document; withLabel?: boolean }) {
  const { i18n } = useLingui();
  const [pending, setPending] = useState(false);
  const label = i18n._({ id: "paper.viewer.download", message: "Download" });
  const download = async () => {
    setPending(true);
    try {
      await downloadDocument(document.id, document.file_name);
    } catch {
      toast(
        i18n._({
          id: "paper.viewer.download_failed",
          message: "The document could not be downloaded. Try again.",
        }),
        "failed",
      );
    } finally {
      setPending(false);
    }
  };
  if (!withLabel) {
    return (
      <IconButton label={label} icon={<DownloadIcon />} disabled={pending} onClick={() => void download()} />
    );
  }
  return (
    <Button icon={<DownloadIcon />} pending={pending} onClick={() => void download()}>
      {label}
    </Button>
  );
}
