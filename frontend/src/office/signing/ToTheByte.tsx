import { Trans, useLingui } from "@lingui/react";
import { CopyCode } from "@/ui/CopyCode";
import { CheckIcon } from "@/ui/icons";
import type { Checked } from "./check";

/** The statement and its hashes as they are, for whoever wants to see them. */
export function ToTheByte({ preparation, digest, faults }: Checked) {
  const { i18n } = useLingui();
  const parts = [
    { label: i18n._({ id: "sign.bytes.digest", message: "Digest" }), value: digest || preparation.digest },
    { label: i18n._({ id: "sign.bytes.challenge", message: "Challenge" }), value: preparation.challenge },
    { label: i18n._({ id: "sign.bytes.statement", message: "Statement" }), value: preparation.statement },
  ];
  return (
    <details className="text-sm">
      <summary className="w-fit text-accent">
        <Trans id="sign.bytes" message="To the byte" />
      </summary>
      <div className="mt-2 flex flex-col gap-2 rounded-md bg-sunken p-3">
        {faults.length === 0 && (
          <p className="flex items-start gap-2">
            <span className="text-green">
              <CheckIcon />
            </span>
            <Trans
              id="sign.bytes.checked"
              message="This browser computed digest and challenge itself and compared the statement with what you wrote."
            />
          </p>
        )}
        <dl className="flex flex-col gap-2">
          {parts.map(({ label, value }) => (
            <div key={label}>
              <dt className="text-muted">{label}</dt>
              <dd>
                <CopyCode label={label}>{value}</CopyCode>
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </details>
  );
}
