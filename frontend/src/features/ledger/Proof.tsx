import type { I18n } from "@lingui/core";
import { Trans, useLingui } from "@lingui/react";
import type { ReactNode } from "react";
import { Num } from "@/i18n/format";
import { Button } from "@/ui/Button";
import { CopyCode } from "@/ui/CopyCode";
import { cx } from "@/ui/cx";
import { CheckIcon, CloseIcon, WarningIcon } from "@/ui/icons";
import { type Proven, saveEvidence } from "./ProveThis";
import type { Outcome, Step } from "./verify/evidence";
import type { Signature } from "./verify/officer";

/** What the browser found, step by step, and what that proves and does not prove. */
export function Proof({ proven }: { proven: Proven }) {
  const { found, evidence, fileName } = proven;
  return (
    <div className="flex flex-col gap-3 rounded-md border border-line bg-surface p-4">
      <Verdict outcome={found.verdict}>
        <Summary outcome={found.verdict} fileName={fileName} />
      </Verdict>
      <ol className="flex flex-col gap-2">
        {found.steps.map(({ step, outcome }) => (
          <li key={step} className="flex items-start gap-2.5">
            <Mark outcome={outcome} />
            <StepWords step={step} outcome={outcome} proven={proven} />
          </li>
        ))}
      </ol>
      {(found.signedBy.length > 0 || found.verdict === "unable") && (
        <Keys keys={found.signedBy.length > 0 ? found.signedBy : evidence.keys} />
      )}
      {found.verdict !== "bad" && <Limits />}
      <div className="no-print">
        <Button onClick={() => saveEvidence(proven)}>
          {found.verdict === "bad" ? (
            <Trans id="ledger.proof.save_bad" message="Save it all the same, as evidence" />
          ) : (
            <Trans id="ledger.proof.save" message="Save the file again" />
          )}
        </Button>
      </div>
    </div>
  );
}

const TONES: Record<Outcome, string> = {
  good: "border-green bg-green-soft",
  bad: "border-red bg-red-soft",
  unable: "border-amber bg-amber-soft",
};

/** The result in one sentence, with a word beside its colour. */
export function Verdict({ outcome, children }: { outcome: Outcome; children: ReactNode }) {
  return (
    <div className={cx("flex items-start gap-3 rounded-md border px-4 py-3", TONES[outcome])}>
      <Mark outcome={outcome} />
      <div className="min-w-0">{children}</div>
    </div>
  );
}

function Mark({ outcome }: { outcome: Outcome }) {
  const { i18n } = useLingui();
  const words = outcomeWords(i18n, outcome);
  return (
    <span
      role="img"
      aria-label={words}
      title={words}
      className={cx(
        "pt-0.5 lang-ur:pt-2",
        outcome === "good" ? "text-green" : outcome === "bad" ? "text-red" : "text-amber",
      )}
    >
      {outcome === "good" ? <CheckIcon /> : outcome === "bad" ? <CloseIcon /> : <WarningIcon />}
    </span>
  );
}

function outcomeWords(i18n: I18n, outcome: Outcome): string {
  const words: Record<Outcome, string> = {
    good: i18n._({ id: "ledger.proof.good", message: "Right" }),
    bad: i18n._({ id: "ledger.proof.bad", message: "Wrong" }),
    unable: i18n._({ id: "ledger.proof.unable", message: "Could not be checked here" }),
  };
  return words[outcome];
}

function Summary({ outcome, fileName }: { outcome: Outcome; fileName: string }) {
  const file = <Num>{fileName}</Num>;
  switch (outcome) {
    case "good":
      return (
        <p>
          <strong>
            <Trans id="ledger.proof.proven" message="The act is proven." />
          </strong>{" "}
          <Trans id="ledger.proof.saved" message="The evidence has been saved as {file}." values={{ file }} />
        </p>
      );
    case "bad":
      return (
        <p>
          <strong>
            <Trans id="ledger.proof.refused" message="The proof is wrong." />
          </strong>{" "}
          <Trans
            id="ledger.proof.refused.do"
            message="What this server showed is not what it signed, or was changed on the way. Change nothing, save the evidence, and have the ledger checked with daftar verify."
          />
        </p>
      );
    case "unable":
      return (
        <p>
          <strong>
            <Trans id="ledger.proof.partly" message="This browser cannot check everything." />
          </strong>{" "}
          <Trans
            id="ledger.proof.partly.do"
            message="The evidence has been saved as {file}. Check it with verify.py, or open this page in a newer browser over a secure connection (https)."
            values={{ file }}
          />
        </p>
      );
  }
}

interface StepProps {
  step: Step;
  outcome: Outcome;
  proven: Proven;
}

function StepWords({ step, outcome, proven: { found, evidence } }: StepProps) {
  const size = <Num>{found.size}</Num>;
  const position = <Num>{evidence.entry.position}</Num>;
  const isRight = outcome !== "bad";
  switch (step) {
    case "entry":
      return isRight ? (
        <p>
          <Trans
            id="ledger.proof.entry"
            message="The entry: what this page shows is, letter by letter, what was hashed, and its digest is the receipt above."
          />
        </p>
      ) : (
        <p>
          <Trans
            id="ledger.proof.entry.bad"
            message="The entry: what this page shows is not what was hashed; digest, place or content differ."
          />
        </p>
      );
    case "place":
      return isRight ? (
        <div className="min-w-0">
          <p>
            <Trans
              id="ledger.proof.place"
              message="The place: from the entry at place {position} the hashes lead to the root of the tree of {size} entries."
              values={{ position, size }}
            />
          </p>
          <code dir="ltr" lang="en" className="break-all font-mono text-sm text-muted">
            {found.root}
          </code>
        </div>
      ) : (
        <p>
          <Trans
            id="ledger.proof.place.bad"
            message="The place: the hashes do not lead from the entry to the root of the tree. The entry is not in the ledger that was signed."
          />
        </p>
      );
    case "signature":
      return <SignatureWords outcome={outcome} origin={found.origin} />;
    case "officer":
      return found.officer && <OfficerWords officer={found.officer} />;
  }
}

function OfficerWords({ officer }: { officer: Signature }) {
  switch (officer) {
    case "good":
      return (
        <p>
          <Trans
            id="ledger.proof.officer"
            message="The officer's signature: it is under this very note, by a key that the ledger names as the officer's."
          />
        </p>
      );
    case "silent":
      return (
        <p>
          <Trans
            id="ledger.proof.officer.silent"
            message="The officer's signature: its evidence and its key are those that the ledger names. What was signed is not in this file, so whether it was signed is for readers of the file to verify."
          />
        </p>
      );
    case "bad":
      return (
        <p>
          <Trans
            id="ledger.proof.officer.bad"
            message="The officer's signature: its evidence or its key is not what the ledger says, or something else was signed."
          />
        </p>
      );
    case "unable":
      return (
        <p>
          <Trans
            id="ledger.proof.officer.unable"
            message="The officer's signature: this browser does not know the method of his passkey, so it was not verified."
          />
        </p>
      );
  }
}

function SignatureWords({ outcome, origin: name }: { outcome: Outcome; origin: string }) {
  const origin = <Num>{name}</Num>;
  switch (outcome) {
    case "good":
      return (
        <p>
          <Trans
            id="ledger.proof.signature"
            message="The signature: this root was signed (Ed25519) for {origin} with a key that the server names as the office's."
            values={{ origin }}
          />
        </p>
      );
    case "bad":
      return (
        <p>
          <Trans
            id="ledger.proof.signature.bad"
            message="The signature: no key of the office has signed this root, or the signature is not good."
          />
        </p>
      );
    case "unable":
      return (
        <p>
          <Trans
            id="ledger.proof.signature.unable"
            message="The signature: this browser does not know Ed25519, so the signature was not checked."
          />
        </p>
      );
  }
}

function Keys({ keys }: { keys: string[] }) {
  const { i18n } = useLingui();
  return (
    <section className="flex flex-col gap-1">
      <h4 className="font-medium lang-ur:font-normal">
        <Trans
          id="ledger.proof.key"
          message="Compare this key with the one that you were given by another way"
        />
      </h4>
      {keys.map((key) => (
        <CopyCode key={key} label={i18n._({ id: "ledger.key", message: "Key of the ledger" })}>
          {key}
        </CopyCode>
      ))}
    </section>
  );
}

/** What an auditor must not read into it. */
function Limits() {
  return (
    <details>
      <summary className="w-fit cursor-pointer text-accent">
        <Trans id="ledger.proof.limits" message="What this does not prove" />
      </summary>
      <ul className="mt-1 list-disc ps-5">
        <li>
          <Trans
            id="ledger.proof.limits.key"
            message="That the key is the office's: the server named it. Only a comparison with a key from elsewhere shows that."
          />
        </li>
        <li>
          <Trans
            id="ledger.proof.limits.past"
            message="That the ledger was not exchanged as a whole: compare it with a checkpoint that you kept."
          />
        </li>
        <li>
          <Trans
            id="ledger.proof.limits.time"
            message="That the time is true: it is the clock of the office."
          />
        </li>
        <li>
          <Trans
            id="ledger.proof.limits.person"
            message="That the officer did it himself and not somebody with his password, or that what he wrote is right."
          />
        </li>
        <li>
          <Trans
            id="ledger.proof.limits.browser"
            message="That this browser computes rightly: the program came from the same server. Who distrusts it checks the file with verify.py on another machine."
          />
        </li>
      </ul>
    </details>
  );
}
