import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import type { Receipt } from "@/api/schema";
import { Num, nameOf, Time } from "@/i18n/format";
import { Words } from "@/office/Words";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { PrintIcon } from "@/ui/paperIcons";

/** What the sender takes home: that his paper was taken, and how he asks after it. */
export function Acknowledgement({ receipt }: { receipt: Receipt }) {
  const { i18n } = useLingui();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button className="no-print ms-3 min-h-8 text-sm" icon={<PrintIcon />} onClick={() => setOpen(true)}>
        <Trans id="receipt.slip.open" message="Acknowledgement" />
      </Button>
      {open && (
        <Dialog
          open
          onClose={() => setOpen(false)}
          title={i18n._({ id: "receipt.slip.title", message: "Acknowledgement for the sender" })}
          actions={
            <Button tone="primary" className="no-print" icon={<PrintIcon />} onClick={() => window.print()}>
              <Trans id="factor.codes.print" message="Print" />
            </Button>
          }
        >
          <Slip receipt={receipt} />
        </Dialog>
      )}
    </>
  );
}

function Slip({ receipt }: { receipt: Receipt }) {
  const { diary_number: number, tracking_code: code, registry, received_on: day, subject } = receipt;
  return (
    <div className="print-alone flex flex-col gap-3 rounded-md border border-line-strong p-4">
      <p className="font-serif text-lg">
        <bdi>{nameOf(registry)}</bdi>
      </p>
      <p>
        <Trans id="receipt.slip.taken" message="Your paper was taken and entered in the diary." />
      </p>
      <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-1.5">
        <dt className="text-sm text-muted">
          <Trans id="receipt.slip.number" message="Diary number" />
        </dt>
        <dd className="text-lg">
          <Num>{number}</Num>
        </dd>
        <dt className="text-sm text-muted">
          <Trans id="receipt.slip.code" message="Code" />
        </dt>
        <dd className="font-mono text-lg">
          <Num>{code}</Num>
        </dd>
        <dt className="text-sm text-muted">
          <Trans id="receipt.received_on" message="Received on" />
        </dt>
        <dd>
          <Time at={day} only="date" />
        </dd>
        <dt className="text-sm text-muted">
          <Trans id="receipt.slip.subject" message="Subject" />
        </dt>
        <dd className="wrap-anywhere">
          <Words>{subject}</Words>
        </dd>
      </dl>
      <p>
        <Trans
          id="receipt.slip.how"
          message="With number and code you see what became of it, at any time and without an account, at:"
        />
        <span dir="ltr" className="block font-mono wrap-anywhere">
          {`${window.location.origin}/track`}
        </span>
      </p>
      <p className="text-sm text-muted">
        <Trans
          id="receipt.slip.keep"
          message="Keep this slip: whoever has the code can ask after your paper."
        />
      </p>
    </div>
  );
}
