import { Trans, useLingui } from "@lingui/react";
import type { ProblemError } from "@/api/problem";
import { CloseIcon, WarningIcon } from "@/ui/icons";
import type { Fault } from "./check";
import { faultText } from "./words";

/** Why the same is shown once more, or still. */
export type Why = "late" | "expired" | "changed" | "proof" | "unused";

/** Nothing went wrong: the officer is told why he is asked again. */
export function Told({ why }: { why: Why }) {
  return (
    <p role="status" className="rounded-md border border-amber bg-amber-soft px-3 py-2">
      <Reason why={why} />
    </p>
  );
}

function Reason({ why }: { why: Why }) {
  switch (why) {
    case "late":
      return (
        <Trans
          id="sign.why.late"
          message="This has waited five minutes for your signature, and is no longer good. Have it prepared anew; nothing of your text is lost."
        />
      );
    case "expired":
      return (
        <Trans
          id="sign.why.expired"
          message="What you saw had expired, so nothing was signed. It has been prepared anew: look at it and sign."
        />
      );
    case "changed":
      return (
        <Trans
          id="sign.why.changed"
          message="Meanwhile something changed, so nothing was signed. Below is what you would sign now: look at it first."
        />
      );
    case "proof":
      return (
        <Trans
          id="sign.why.proof"
          message="Your last proof of who you are was too old, so nothing was signed. You will be asked for a new one when you sign."
        />
      );
    case "unused":
      return (
        <Trans
          id="sign.why.unused"
          message="No passkey was used, and nothing is signed: it was cancelled, took too long, or this device does not hold it."
        />
      );
  }
}

/** What the server asks to be signed is not what the officer means. */
export function Faults({ faults }: { faults: Fault[] }) {
  const { i18n } = useLingui();
  return (
    <div role="alert" className="flex items-start gap-3 rounded-md border-2 border-red bg-red-soft px-4 py-3">
      <span className="pt-0.5 text-red">
        <CloseIcon />
      </span>
      <div className="flex min-w-0 flex-col gap-1">
        <p className="font-medium lang-ur:font-normal">
          <Trans
            id="sign.faults"
            message="Nothing was signed: the server asked for a signature under something else than you mean."
          />
        </p>
        <ul className="list-disc ps-5">
          {faults.map((fault) => (
            <li key={fault}>{faultText(i18n, fault)}</li>
          ))}
        </ul>
        <p>
          <Trans
            id="sign.faults.do"
            message="What you wrote is still there. Have it prepared anew; if this comes again, do not sign, and tell those who run the server."
          />
        </p>
      </div>
    </div>
  );
}

/** The officer has nothing that signs here. */
export function Needed({ problem }: { problem: ProblemError }) {
  return (
    <div
      role="alert"
      className="flex items-start gap-3 rounded-md border border-amber bg-amber-soft px-4 py-3"
    >
      <span className="pt-0.5 text-amber">
        <WarningIcon />
      </span>
      <div className="flex flex-col gap-1">
        <p className="font-medium lang-ur:font-normal">{problem.message}</p>
        <p>
          {problem.code === "signing-passkey-needed" ? (
            <Trans
              id="sign.needed.passkey"
              message="Add a passkey in your account and have an administrator approve it. What you wrote is kept until then."
            />
          ) : (
            <Trans
              id="sign.needed.factor"
              message="Set up your phone or a passkey in your account; it takes a minute. What you wrote is kept until then."
            />
          )}
        </p>
      </div>
    </div>
  );
}

/** Only a passkey signs, and this page cannot ask for one. */
export function NoWay() {
  return (
    <p role="alert" className="rounded-md border border-amber bg-amber-soft px-3 py-2">
      <Trans
        id="sign.noWay"
        message="Here only a passkey signs, and passkeys do not work in this browser or at this address. Open the office by its name, or in another browser."
      />
    </p>
  );
}
