import { Trans, useLingui } from "@lingui/react";
import type { Dispatch } from "@/api/schema";
import { Num } from "@/i18n/format";
import { languageOf } from "@/office/script";
import { Words } from "@/office/Words";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { PrintIcon } from "@/ui/paperIcons";
import "./labels.css";

/** A sheet of labels, two beside each other and seven below, as they are sold. */
export function LabelsDialog({ chosen, onClose }: { chosen: Dispatch[]; onClose: () => void }) {
  const { i18n } = useLingui();
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={i18n._({ id: "dispatch.labels.title", message: "Address labels" })}
      actions={
        <Button tone="primary" className="no-print" icon={<PrintIcon />} onClick={() => window.print()}>
          <Trans id="registry.print" message="Print" />
        </Button>
      }
    >
      <p className="no-print mb-3 text-muted">
        <Trans
          id="dispatch.labels.how"
          message="For sheets of 14 labels, 99 × 38 mm. Print in actual size, without fitting to the page."
        />
      </p>
      <ul className="print-alone label-sheet">
        {chosen.map((one) => (
          <Label key={one.id} dispatch={one} />
        ))}
      </ul>
    </Dialog>
  );
}

/** What stands on the letter, in both scripts where they differ. */
function Label({ dispatch: { address, number } }: { dispatch: Dispatch }) {
  const isOne = address.en.join("\n") === address.ur.join("\n");
  return (
    <li className="label">
      <div dir="ltr" className="label-sides">
        <div dir={isOne ? "auto" : "ltr"}>
          <Lines lines={address.en} />
        </div>
        {!isOne && (
          <div dir="rtl" lang="ur">
            <Lines lines={address.ur} />
          </div>
        )}
      </div>
      <Num className="label-number">{number}</Num>
    </li>
  );
}

function Lines({ lines }: { lines: string[] }) {
  return lines.map((line, index) => (
    // Two lines of an address may say the same; their order never changes.
    // biome-ignore lint/suspicious/noArrayIndexKey: see above.
    <span key={index} lang={languageOf(line)} className="block">
      <Words>{line}</Words>
    </span>
  ));
}
