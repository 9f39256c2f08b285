import { Trans, useLingui } from "@lingui/react";
import { type ReactNode, useState } from "react";
import { api, bodyOf, client } from "@/api/client";
import { isProblem } from "@/api/problem";
import type { MyFactors, Proof } from "@/api/schema";
import { Dialog } from "@/ui/Dialog";
import { ErrorNotice } from "@/ui/errors";
import { Skeleton } from "@/ui/states";
import { ProofForm } from "./ProofForm";

/** What the server answers when it wants a fresh proof first. */
const ASKS = ["factor-proof-required"];

interface Asked {
  answer: (proved: boolean) => void;
}

interface ProofAsking {
  /**
   * Does something that may need a fresh proof: when the server asks for one, so does a dialog, and then it is done
   * again. Who closes the dialog gets the server's refusal; nothing on the page has changed.
   */
  withProof: <Result>(work: () => Promise<Result>) => Promise<Result>;
  /** Asks for a proof at once, and answers whether it was given. */
  prove: () => Promise<boolean>;
  /** Must stand on the page. */
  proofDialog: ReactNode;
}

/** For whatever asks who one is before it is done; other refusals that ask for it can be named. */
export function useProof(codes: string[] = ASKS): ProofAsking {
  const [asked, setAsked] = useState<Asked | null>(null);
  const prove = () =>
    new Promise<boolean>((resolve) => {
      setAsked({
        answer: (proved) => {
          setAsked(null);
          resolve(proved);
        },
      });
    });
  const withProof = async <Result,>(work: () => Promise<Result>): Promise<Result> => {
    try {
      return await work();
    } catch (error) {
      if (!isProblem(error, ...codes) || !(await prove())) throw error;
      return work();
    }
  };
  return { withProof, prove, proofDialog: asked && <ProofDialog onAnswer={asked.answer} /> };
}

function ProofDialog({ onAnswer }: { onAnswer: (proved: boolean) => void }) {
  const { i18n } = useLingui();
  const factors = api.useQuery("get", "/api/v1/me/factors", {}, { staleTime: 0 });
  return (
    <Dialog
      open
      onClose={() => onAnswer(false)}
      title={i18n._({ id: "factor.proof.title", message: "Confirm that it is you" })}
    >
      <p className="text-muted">
        <Trans
          id="factor.proof.why"
          message="This is asked again before something that weighs, so that nobody does it at a screen you left unlocked. It then holds for five minutes."
        />
      </p>
      {factors.isPending && <Skeleton className="h-32" />}
      {factors.error && <ErrorNotice error={factors.error} onRetry={() => void factors.refetch()} />}
      {factors.data && (
        <ProofForm
          ways={waysOf(factors.data)}
          challenge={() => bodyOf(client.POST("/api/v1/session/factor/options"))}
          send={(body) => bodyOf(client.POST("/api/v1/session/factor", { body }))}
          onProved={() => onAnswer(true)}
        />
      )}
    </Dialog>
  );
}

/** A password counts only where there is nothing better. */
export function waysOf({ totp_since, passkeys, recovery_codes_left }: MyFactors): Proof[] {
  const ways: Proof[] = [];
  if (passkeys.some(({ state }) => state === "approved")) ways.push("passkey");
  if (totp_since) ways.push("totp");
  if (ways.length === 0) return ["password"];
  if (recovery_codes_left > 0) ways.push("recovery_code");
  return ways;
}
