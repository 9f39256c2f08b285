import { Trans, useLingui } from "@lingui/react";
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { isProblem, type ProblemError } from "@/api/problem";
import type { GivenSignature, SigningMethod } from "@/api/schema";
import { titleOf } from "@/i18n/format";
import { Button, ButtonLink } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { ErrorNotice } from "@/ui/errors";
import { KeyIcon } from "@/ui/factorIcons";
import type { Bytes } from "../digest";
import { PASSKEY_UNUSED } from "../passkeys";
import { useProof } from "../useProof";
import type { Checked } from "./check";
import { Faults, Needed, NoWay, Told, type Why } from "./Messages";
import type { Meaning } from "./meaning";
import { StatementView } from "./StatementView";
import { inWordsOfSignature, isOfSignature, NOT_PREPARED, signatureBy, usable, WAITS_FOR_KEY } from "./sign";
import { ToTheByte } from "./ToTheByte";
import { signTitle } from "./words";

export interface SigningDialogProps {
  meaning: Meaning;
  /** What was prepared and checked, or why the officer has nothing to sign with. */
  first: Checked | ProblemError;
  /** Prepares the same act once more. */
  prepare: () => Promise<Checked>;
  submit: (signature: GivenSignature) => Promise<void>;
  /** Shows the document that is signed with it. */
  showPrint?: (pages: Bytes) => ReactNode;
  /** It failed in a way that is not this dialog's to put right. */
  onFailed: (error: unknown) => void;
  onClose: () => void;
}

/** Before its end an officer who signs would be told by the server that he is late. */
const MARGIN_MS = 5_000;

/** Shows an officer what he signs, checked against what he wrote, and has him sign it. */
export function SigningDialog(props: SigningDialogProps) {
  const { meaning, first, prepare, submit, showPrint, onFailed, onClose } = props;
  const { i18n } = useLingui();
  const [shown, setShown] = useState(first);
  const [why, setWhy] = useState<Why | null>(null);
  const [error, setError] = useState<ProblemError | null>(null);
  const [busy, setBusy] = useState<SigningMethod | "prepare" | null>(null);
  const isBusy = useRef(false);
  const proved = useRef(false);
  const { prove, proofDialog } = useProof();
  const checked = isProblem(shown) ? null : shown;
  const isLate = useLate(checked);
  const ways = checked ? usable(checked.preparation) : [];

  const once = async (what: SigningMethod | "prepare", work: () => Promise<void>) => {
    if (isBusy.current) return;
    isBusy.current = true;
    setBusy(what);
    setError(null);
    try {
      await work();
    } finally {
      isBusy.current = false;
      setBusy(null);
    }
  };

  const renew = async (because: Why | null) => {
    setWhy(because);
    try {
      setShown(await prepare());
      proved.current = false;
    } catch (refusal) {
      if (isProblem(refusal, ...WAITS_FOR_KEY)) setShown(refusal);
      else if (isOfSignature(refusal)) setError(refusal);
      else onFailed(refusal);
    }
  };

  const sign = (method: SigningMethod, { preparation, challenge }: Checked) =>
    once(method, async () => {
      setWhy(null);
      try {
        if (method === "server_key" && preparation.proof_needed && !proved.current) {
          proved.current = await prove();
          if (!proved.current) return;
        }
        await submit(await signatureBy(method, preparation, challenge));
      } catch (refusal) {
        if (isProblem(refusal, PASSKEY_UNUSED)) setWhy("unused");
        else if (!isOfSignature(refusal)) onFailed(refusal);
        else {
          const because = whyOf(refusal);
          await renew(because);
          if (!because) setError(refusal);
        }
      }
    });

  const [best, other] = ways;
  const mayRenew = checked !== null && (isLate || checked.faults.length > 0 || error?.code === NOT_PREPARED);
  const press = (event: FormEvent) => {
    event.preventDefault();
    // It may stand over another form: that one is not sent with it.
    event.stopPropagation();
    if (mayRenew) void once("prepare", () => renew(null));
    else if (checked && best) void sign(best, checked);
  };
  return (
    <Dialog open onClose={onClose} wide title={signTitle(i18n, meaning.intent.kind)}>
      {proofDialog}
      <form onSubmit={press} noValidate className="flex flex-col gap-3">
        {isProblem(shown) && <Needed problem={shown} />}
        {checked && checked.faults.length > 0 && <Faults faults={checked.faults} />}
        {(isLate || why) && <Told why={isLate || !why ? "late" : why} />}
        {error && <ErrorNotice error={inWordsOfSignature(error)} />}
        {checked?.statement && <StatementView statement={checked.statement} meaning={meaning} />}
        {checked?.statement && checked.print && showPrint && <ToRead>{showPrint(checked.print)}</ToRead>}
        {checked?.statement && meaning.next && (
          <p className="text-sm text-muted">
            <Trans
              id="sign.then"
              message="Signed, the file goes to {post}."
              values={{ post: <bdi className="text-ink">{titleOf(meaning.next)}</bdi> }}
            />
          </p>
        )}
        {checked?.statement && !mayRenew && ways.length === 0 && <NoWay />}
        <div className="flex flex-wrap items-center gap-2">
          {isProblem(shown) && (
            <ButtonLink autoFocus tone="primary" to="/account" hash="factors">
              <Trans id="sign.toAccount" message="To my account" />
            </ButtonLink>
          )}
          {(mayRenew || (checked && best)) && (
            <Button
              autoFocus
              type="submit"
              tone="primary"
              pending={busy !== null && busy !== other}
              icon={!mayRenew && best === "passkey" && <KeyIcon />}
              // The key that opened this is perhaps still down: it signs nothing that was not seen.
              onKeyDown={(event) => event.repeat && event.preventDefault()}
            >
              {mayRenew ? (
                <Trans id="sign.again" message="Prepare it anew" />
              ) : best === "passkey" ? (
                <Trans id="sign.do.passkey" message="Sign with passkey" />
              ) : (
                <Trans id="sign.do" message="Sign" />
              )}
            </Button>
          )}
          <Button onClick={onClose}>
            <Trans id="paper.cancel" message="Cancel" />
          </Button>
        </div>
        {!mayRenew && best && (
          <SignsWith method={best} proofNeeded={checked?.preparation.proof_needed ?? false} />
        )}
        {!mayRenew && checked && other && (
          <Button
            tone="quiet"
            className="-ms-3.5 self-start"
            pending={busy === other}
            onClick={() => void sign(other, checked)}
          >
            <Trans id="sign.do.key" message="Sign with the key that the office keeps for me" />
          </Button>
        )}
        {checked && <ToTheByte {...checked} />}
      </form>
    </Dialog>
  );
}

/** The document that is signed, for whoever wants to read it first: it is opened where he says so. */
function ToRead({ children }: { children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="text-sm" open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className="w-fit text-accent">
        <Trans id="sign.read" message="Read the document that you sign" />
      </summary>
      {isOpen && <div className="mt-2">{children}</div>}
    </details>
  );
}

/** What the signature will be worth. */
function SignsWith({ method, proofNeeded }: { method: SigningMethod; proofNeeded: boolean }) {
  return (
    <p className="text-sm text-muted">
      {method === "passkey" ? (
        <Trans
          id="sign.with.passkey"
          message="Your passkey signs: nobody else can do that, not even the office."
        />
      ) : proofNeeded ? (
        <Trans
          id="sign.with.key.proof"
          message="The office signs with the key that it keeps for you, after you have proved who you are."
        />
      ) : (
        <Trans id="sign.with.key" message="The office signs with the key that it keeps for you." />
      )}
    </p>
  );
}

/** Refusals after which the same is shown anew, and the officer is told why. */
function whyOf(refusal: unknown): Why | null {
  if (isProblem(refusal, "signing-preparation-unknown")) return "expired";
  if (isProblem(refusal, "signing-prepared-otherwise")) return "changed";
  if (isProblem(refusal, "signing-proof-needed")) return "proof";
  return null;
}

/** Whether what is shown has waited too long; counted from when it came, whatever the clock of this machine says. */
function useLate(checked: Checked | null): boolean {
  const [late, setLate] = useState<Checked | null>(null);
  useEffect(() => {
    if (!checked?.statement) return;
    const waits = Date.parse(checked.preparation.expires_at) - Date.parse(checked.statement.at) - MARGIN_MS;
    const timer = setTimeout(() => setLate(checked), waits);
    return () => clearTimeout(timer);
  }, [checked]);
  return checked !== null && late === checked;
}
