import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import { session } from "@/api/session";
import { nameOf } from "@/i18n/format";
import { Button } from "@/ui/Button";
import { Checkbox } from "@/ui/Checkbox";
import { DownloadIcon, PrintIcon } from "@/ui/paperIcons";
import { toast } from "@/ui/toast";
import { useUnsaved } from "@/ui/unsaved";

interface RecoveryCodesProps {
  codes: string[];
  action: string;
  onKept: () => void;
}

/** The one time that recovery codes are shown: the server keeps only their digests. */
export function RecoveryCodes({ codes, action, onKept }: RecoveryCodesProps) {
  const { i18n } = useLingui();
  const [kept, setKept] = useState(false);
  const [asked, setAsked] = useState(false);
  useUnsaved(!kept);
  const copy = async () => {
    await navigator.clipboard.writeText(codes.join("\n"));
    toast(i18n._({ id: "factor.codes.copied", message: "The codes have been copied." }));
  };
  const goOn = () => {
    setAsked(true);
    if (kept) onKept();
  };
  const heading = i18n._({ id: "factor.codes.title", message: "Your recovery codes" });
  return (
    <div className="print-alone flex flex-col gap-4">
      <p className="hidden print:block">
        <bdi>{window.location.host}</bdi>
        {session.grant && (
          <>
            {" · "}
            <bdi>{nameOf(session.grant.person)}</bdi>
          </>
        )}
      </p>
      <div>
        <p className="font-medium lang-ur:font-normal">{heading}</p>
        <p className="text-muted">
          <Trans
            id="factor.codes.why"
            message="When the phone is lost or broken, one of these lets you in. Each works once. They are shown only now: print them or write them down, and keep them away from the phone and the computer."
          />
        </p>
      </div>
      <ol
        dir="ltr"
        aria-label={heading}
        className="grid gap-x-6 gap-y-1 rounded-md border border-line bg-sunken px-5 py-3 font-mono grid-cols-[repeat(auto-fit,minmax(11.75rem,1fr))]"
      >
        {codes.map((code) => (
          <li key={code} className="number whitespace-nowrap">
            {code}
          </li>
        ))}
      </ol>
      <div className="no-print flex flex-wrap gap-2">
        <Button icon={<PrintIcon />} onClick={() => window.print()}>
          <Trans id="factor.codes.print" message="Print" />
        </Button>
        <Button icon={<DownloadIcon />} onClick={() => download(codes)}>
          <Trans id="factor.codes.download" message="Download" />
        </Button>
        {"clipboard" in navigator && (
          <Button onClick={() => void copy()}>
            <Trans id="factor.codes.copy" message="Copy" />
          </Button>
        )}
      </div>
      <div className="no-print flex flex-col gap-3 border-t border-line pt-3">
        <Checkbox
          checked={kept}
          onChange={(event) => setKept(event.target.checked)}
          aria-invalid={(asked && !kept) || undefined}
          label={<Trans id="factor.codes.kept" message="I have kept the codes in a safe place" />}
        />
        {asked && !kept && (
          <p role="alert" className="text-sm text-red">
            <Trans id="factor.codes.first" message="Keep the codes first: they cannot be shown again." />
          </p>
        )}
        <Button tone="primary" className="self-start" onClick={goOn}>
          {action}
        </Button>
      </div>
    </div>
  );
}

function download(codes: string[]): void {
  const url = URL.createObjectURL(new Blob([`${codes.join("\r\n")}\r\n`], { type: "text/plain" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = "daftar-recovery-codes.txt";
  link.click();
  URL.revokeObjectURL(url);
}
